// Charts as a worker process: a chart in its JSON form in, an SVG and a PNG out.
import { readFileSync } from 'node:fs';
import * as echarts from './node_modules/echarts/dist/echarts.esm.min.mjs';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import './chart-worker/1-style.js';
import './chart-worker/2-frame.js';
import './chart-worker/3-rows.js';
import './chart-worker/4-curves.js';
import './chart-worker/5-steps.js';
import './chart-worker/6-points.js';
import './chart-worker/7-bars.js';
import { serve } from './frames.mjs';
import { encodePng } from './chart-worker/png.mjs';

const PAINT = 1;

// Axes span their data, so these clip nothing; each would cost the rasteriser a layer as large as the picture.
const CLIPS = / clip-path="[^"]*"/g;

const packageFile = name => readFileSync(new URL(`./node_modules/${name}`, import.meta.url));
const fontFiles = ['400Regular/NotoSansSC_400Regular.ttf', '700Bold/NotoSansSC_700Bold.ttf'];
const fonts = fontFiles.map(name => packageFile(`@expo-google-fonts/noto-sans-sc/${name}`));
const ready = initWasm(packageFile('@resvg/resvg-wasm/index_bg.wasm'));

serve({
  // { drawing, request: { language, theme, words, width, height, bare }, outer: { width, height }, pixelWidth } -> length u32, SVG, PNG (empty where
  // pixelWidth is 0); the picture is outer.width by outer.height, or as high as the drawing is where that is 0.
  [PAINT]: async body => {
    await ready;
    const { drawing, request, outer, pixelWidth } = JSON.parse(body.toString('utf8'));
    const svg = sized(paint(globalThis.BudgetCharts.draw(drawing, request)), outer);
    const text = Buffer.from(svg, 'utf8');
    const length = Buffer.alloc(4);
    length.writeUInt32LE(text.length);
    return Buffer.concat([length, text, pixelWidth > 0 ? rasterise(svg, pixelWidth) : Buffer.alloc(0)]);
  },
});

function paint({ option, width, height }) {
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption(option);
    return chart.renderToSVGString({ useViewBox: true }).replace(CLIPS, '');
  } finally {
    chart.dispose();
  }
}

// The drawing keeps its own measures inside (viewBox); only what it is shown at changes.
function sized(svg, outer) {
  return svg.replace(/^<svg width="([\d.]+)" height="([\d.]+)"/, (_, width, height) => `<svg width="${outer.width}" height="${outer.height || Math.round(height * outer.width / width)}"`);
}

function rasterise(svg, pixelWidth) {
  const font = { fontBuffers: fonts, loadSystemFonts: false, defaultFontFamily: 'Noto Sans SC' };
  const picture = new Resvg(svg, { font, fitTo: { mode: 'width', value: pixelWidth } });
  const image = picture.render();
  try {
    return encodePng(image.pixels, image.width, image.height);
  } finally {
    image.free();
    picture.free();
  }
}

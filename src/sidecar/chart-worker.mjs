// Draws charts for BudgetSim: frames on standard input, pictures on standard output, everything said goes to standard error.
//
// A frame is a little-endian u32 length of what follows it, u8 code, u32 id, body. Request: code 1, body JSON
// { drawing, request: { language, theme, words, width, height, bare }, pixelWidth (0: no PNG) }.
// Answer: code 0, body u32 length of the SVG, the SVG, the PNG; or code 1 and the fault as text.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import * as echarts from 'echarts';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import './chart-worker/1-style.js';
import './chart-worker/2-frame.js';
import './chart-worker/3-rows.js';
import './chart-worker/4-curves.js';
import './chart-worker/5-steps.js';
import './chart-worker/6-points.js';

console.log = console.info = console.warn = (...words) => process.stderr.write(words.join(' ').slice(0, 500) + '\n');

const require = createRequire(import.meta.url);
const fontFolder = dirname(require.resolve('@expo-google-fonts/noto-sans-sc/package.json'));
const fonts = ['400Regular/NotoSansSC_400Regular.ttf', '700Bold/NotoSansSC_700Bold.ttf'].map(name => readFileSync(join(fontFolder, name)));
const ready = initWasm(readFileSync(require.resolve('@resvg/resvg-wasm/index_bg.wasm')));

const svgOf = ({ drawing, request }) => {
  const picture = globalThis.BudgetCharts.draw(drawing, request);
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width: picture.width, height: picture.height });
  try {
    chart.setOption(picture.option);
    return chart.renderToSVGString({ useViewBox: true });
  } finally {
    chart.dispose();
  }
};

const pngOf = (svg, pixelWidth) => {
  const picture = new Resvg(svg, { font: { fontBuffers: fonts, loadSystemFonts: false, defaultFontFamily: 'Noto Sans SC' }, fitTo: { mode: 'width', value: pixelWidth } });
  const image = picture.render();
  try {
    return Buffer.from(image.asPng());
  } finally {
    image.free();
    picture.free();
  }
};

const answer = (code, id, body) => {
  const head = Buffer.alloc(9);
  head.writeUInt32LE(body.length + 5, 0);
  head.writeUInt8(code, 4);
  head.writeUInt32LE(id, 5);
  process.stdout.write(Buffer.concat([head, body]));
};

const serve = async (id, body) => {
  try {
    await ready;
    const work = JSON.parse(body.toString('utf8'));
    const svg = svgOf(work);
    const png = work.pixelWidth > 0 ? pngOf(svg, work.pixelWidth) : Buffer.alloc(0);
    const text = Buffer.from(svg, 'utf8');
    const length = Buffer.alloc(4);
    length.writeUInt32LE(text.length, 0);
    answer(0, id, Buffer.concat([length, text, png]));
  } catch (fault) {
    answer(1, id, Buffer.from(String(fault?.message ?? fault).slice(0, 2000), 'utf8'));
  }
};

let waiting = Buffer.alloc(0);
let work = Promise.resolve();
process.stdin.on('data', piece => {
  waiting = waiting.length === 0 ? piece : Buffer.concat([waiting, piece]);
  while (waiting.length >= 4 && waiting.length >= 4 + waiting.readUInt32LE(0)) {
    const end = 4 + waiting.readUInt32LE(0);
    const id = waiting.readUInt32LE(5);
    const body = waiting.subarray(9, end);
    work = work.then(() => serve(id, body));
    waiting = waiting.subarray(end);
  }
});
process.stdin.on('end', () => work.then(() => process.exit(0)));

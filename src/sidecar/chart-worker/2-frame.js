// The frame around every chart: title, lead, legend, grid, note; and the entry point `draw`.
(() => {
  const B = globalThis.BudgetCharts;
  const size = 13;

  const context = (drawing, request) => {
    const pick = text => (text ? text[request.language] || text.zh || text.en || '' : '');
    return {
      ...B, drawing, pick, size,
      colours: B.palettes[request.theme],
      word: key => pick(request.words[key]),
      unit: pick(drawing.unit), inUnits: figure => figure.v / drawing.unit.perUnit,
      amount: figure => (request.language === 'zh' ? `${figure.t}${pick(drawing.unit)}` : drawing.unit.perUnit > 1 ? `${B.millions(figure.v)} million yuan` : `${figure.t} ${pick(drawing.unit)}`),
      named: (name, inside) => (request.language === 'zh' ? `${name}（${inside}）` : `${name} (${inside})`),
      joined: parts => parts.filter(Boolean).join(request.language === 'zh' ? '，' : ', '),
      width: request.width, height: request.height, bare: request.bare, sheet: request.sheet || 0,
    };
  };

  const header = c => {
    if (c.bare) return { top: 6, title: [] };
    const lead = c.pick(c.drawing.lead);
    const width = c.width - 48;
    const title = [{ text: B.cut(c.pick(c.drawing.title), 21, width), left: 24, top: 18, padding: 0, textStyle: { fontSize: 21, fontWeight: 700, color: c.colours.ink } }];
    if (lead) title.push({ text: B.cut(lead, 14, width), left: 24, top: 52, padding: 0, textStyle: { fontSize: 14, fontWeight: 400, color: c.colours.soft } });
    return { top: lead ? 82 : 60, title };
  };

  const footer = c => {
    const words = c.joined([c.drawing.cut ? c.word('largest-shown') : '', c.bare ? '' : c.pick(c.drawing.note)]);
    if (!words) return { bottom: c.bare ? 2 : 12, title: [] };
    return { bottom: 34, title: [{ text: B.cut(words, 12, c.width - 48), left: c.bare ? 8 : 24, bottom: 10, padding: 0, textStyle: { fontSize: 12, fontWeight: 400, color: c.colours.soft } }] };
  };

  const legendOf = (c, items, top) => items.length === 0 ? undefined : {
    top, left: c.bare ? 8 : 24, width: c.width - 40, itemWidth: 16, itemHeight: 10, itemGap: 18, selectedMode: false, padding: 0,
    formatter: name => B.cut(name, size, c.width - 72),
    textStyle: { color: c.colours.soft, fontSize: size, fontFamily: B.font },
    data: items.map(item => ({ name: item.name, icon: item.icon || 'roundRect', itemStyle: { color: item.colour, borderWidth: 0 }, lineStyle: { color: item.colour, type: item.line || 'solid', width: 2 } })),
  };

  // How many lines the legend takes: an item that does not fit beside those before it begins a new one.
  const legendLines = (c, items) => items.map(item => Math.min(c.width - 72, B.textWidth(item.name, size)) + 40).reduce(([lines, used], wide) =>
    (used + wide > c.width - 40 && used > 0 ? [lines + 1, wide] : [lines, used + wide]), [1, 0])[0];

  // `plot`: left, right, bottom (room for axes), height (wanted height of the grid), legend, and the rest of the option.
  const frame = (c, plot) => {
    const head = header(c);
    const foot = footer(c);
    const legend = legendOf(c, plot.legend || [], head.top);
    const lines = legend ? legendLines(c, plot.legend) : 0;
    const top = head.top + lines * 24 + (plot.top ?? 12);
    const needed = top + (plot.least ?? Math.min(plot.height, 180)) + plot.bottom + foot.bottom;
    if (c.height && c.height < needed) return { grow: needed / c.height };
    const height = c.height || Math.round(top + plot.height + plot.bottom + foot.bottom);
    const { left, right, bottom, legend: _, height: __, top: ___, least: ____, series, ...rest } = plot;
    return {
      width: c.width, height,
      option: {
        animation: false, backgroundColor: c.bare ? 'transparent' : c.colours.paper, textStyle: { fontFamily: B.font, fontSize: size, color: c.colours.ink },
        title: [...head.title, ...foot.title].map(title => ({ ...title, textStyle: { ...title.textStyle, fontFamily: B.font } })),
        ...(legend ? { legend } : {}),
        grid: { left, right, top, bottom: bottom + foot.bottom, containLabel: false, outerBoundsMode: 'none' },
        tooltip: { trigger: 'item', confine: true, backgroundColor: c.colours.paper, borderColor: c.colours.rule, textStyle: { color: c.colours.ink, fontSize: size, fontFamily: B.font } },
        // All axes span their data, so nothing needs cutting off at the edge; later series lie above earlier ones, also when drawn anew.
        series: series.map((one, i) => ({ ...one, clip: false, z: 10 + i })),
        ...rest,
      },
    };
  };

  const nothing = c => frame(c, {
    left: 24, right: 24, bottom: 8, height: 120, xAxis: { show: false }, yAxis: { show: false },
    graphic: [{ type: 'text', left: 'center', top: 'middle', style: { text: c.word('no-data'), fill: c.colours.soft, fontSize: 15, fontFamily: B.font } }], series: [],
  });

  const valueAxis = (c, name, more = {}) => ({
    type: 'value', name, nameLocation: 'middle', nameTextStyle: { color: c.colours.soft, fontSize: size, lineHeight: size + 5 },
    axisLabel: { color: c.colours.soft, fontSize: 12, formatter: B.number, hideOverlap: true },
    axisLine: { show: false }, axisTick: { show: false }, splitLine: { lineStyle: { color: c.colours.faint } }, ...more,
  });

  const percentAxis = (c, name, more = {}) => {
    const axis = valueAxis(c, name, more);
    return { ...axis, axisLabel: { ...axis.axisLabel, formatter: value => `${B.number(Math.round(value * 1e6) / 1e4)}%` } };
  };

  const categoryAxis = (c, names, more = {}) => ({
    type: 'category', data: names, axisTick: { show: false }, axisLine: { lineStyle: { color: c.colours.rule } },
    ...more, axisLabel: { color: c.colours.ink, fontSize: size, interval: 0, ...more.axisLabel },
  });

  // Rows grow with their number: few rows are generous, many are tight, none overlap. Where a picture is too narrow for whole names beside
  // the marks, they stand above them. `bar`: how thick the marks of a row may be together; many rows on a sheet of paper stand as close as their names.
  const rowsOf = (c, names, bar = 16, mayStandAbove = true) => {
    const beside = Math.min(312, c.width * 0.4);
    const isAbove = mayStandAbove && c.width < 640 && names.some(name => B.textWidth(name, size) > beside);
    const shown = B.cutApart(names, size, isAbove ? c.width - (c.bare ? 24 : 48) : beside);
    const isTight = c.sheet > 0 && !isAbove && bar <= 16 && names.length * (bar + 6) > c.sheet - 160;
    const least = isTight ? size + 3 : bar + (isAbove ? 28 : 6);
    const row = Math.max(least, Math.min(Math.max(52, least), (c.height ? c.height - 230 : 460) / Math.max(1, names.length)));
    const widest = isAbove ? 0 : Math.max(40, ...shown.map(name => B.textWidth(name, size)));
    const height = Math.max(90, row * names.length);
    return { row, height, least: height, left: isAbove ? (c.bare ? 12 : 24) : Math.ceil(widest) + (c.bare ? 18 : 38), shown, above: isAbove ? bar / 2 + 3 : 0, thick: share => Math.min(isAbove ? bar : 24, row * share) };
  };

  const rowAxis = (c, rows) => categoryAxis(c, rows.shown, { inverse: true, axisLine: { show: false }, z: 30,
    axisLabel: rows.above ? { inside: true, margin: 0, align: 'left', verticalAlign: 'bottom', padding: [0, 0, rows.above, 0], textBorderColor: c.colours.paper, textBorderWidth: 3 } : {} });

  const text = (c, x, y, words, style = {}) => ({
    type: 'text', silent: true, style: { text: words, x, y, fill: c.colours.ink, fontSize: 12, fontFamily: B.font, verticalAlign: 'middle', ...style },
  });

  // The plot of a curve: wider than high; lower where the page is narrow or on paper.
  const curvePlot = c => ({ left: c.bare ? 76 : 86, right: 40, bottom: 46, height: c.bare ? Math.max(220, Math.min(400, c.width * 0.35)) : Math.max(260, Math.min(440, c.width * 0.42)) });

  Object.assign(B, { curvePlot, frame, nothing, valueAxis, percentAxis, categoryAxis, rowsOf, rowAxis, text });

  // drawing: the JSON form of a chart; request: { language, theme, words, width, height (0: as the chart needs), bare }.
  B.draw = (drawing, request) => {
    const kind = B.kinds[drawing.kind];
    if (!kind) throw new Error(`no drawing for charts of kind ${drawing.kind}`);
    let chart = kind(context(drawing, request));
    // Too low for its rows: drawn larger in the same proportions, so that no label meets another once it is scaled down.
    for (let tries = 0, size = request; chart.grow && tries < 4; tries++) {
      size = { ...size, width: Math.ceil(size.width * chart.grow), height: Math.ceil(size.height * chart.grow) };
      chart = kind(context(drawing, size));
    }
    return chart;
  };
})();

// Charts of one row per clause or factor: outlay bands, paired differences, tornado.
(() => {
  const B = globalThis.BudgetCharts;

  // Figures in aligned columns to the right of the plot, so that they never meet the marks.
  // A narrow picture keeps one of them.
  const columns = (c, heads, cells, most = 0) => {
    const narrow = c.width < 640;
    const used = heads.map((_, k) => k).filter(k => !narrow || k === most);
    const widths = used.map(k => Math.max(B.textWidth(heads[k], 12), ...cells.map(row => B.textWidth(row[k], 12))) + 16);
    const total = widths.reduce((sum, width) => sum + width, 0) + 20;
    const ends = widths.map((_, k) => widths.slice(0, k + 1).reduce((sum, width) => sum + width, 0));
    const draw = (row, x, y) => used.map((k, place) => B.text(c, x + ends[place], y, row[k], { align: 'right' }));
    const head = (x, y) => used.map((k, place) => B.text(c, x + ends[place], y, heads[k], { align: 'right', fill: c.colours.soft }));
    return { total, draw, head };
  };

  const side = (c, table, cells, count) => ({
    type: 'custom', silent: true, data: cells.map((_, i) => [0, i]), encode: { x: [], y: 1 },
    renderItem: (params, api) => {
      const grid = params.coordSys;
      const y = api.coord([0, api.value(1)])[1];
      const row = table.draw(cells[params.dataIndex], grid.x + grid.width, y);
      const head = params.dataIndex === 0 ? table.head(grid.x + grid.width, grid.y - 12) : [];
      return { type: 'group', children: [...row, ...head] };
    },
  });

  Object.assign(B, { columns, side });

  const stroke = (x1, y1, x2, y2, colour, width) => ({ type: 'line', shape: { x1, y1, x2, y2 }, style: { stroke: colour, lineWidth: width } });

  B.kinds.bands = c => {
    const { bands } = c.drawing;
    if (bands.length === 0) return B.nothing(c);
    const rows = B.rowsOf(c, bands.map(band => c.pick(band.name)));
    const cells = bands.map(band => [band.p50.t, band.p90.t]);
    const hasPaid = bands.some(band => band.paid);
    const table = columns(c, [c.word('p50'), c.word('p90')], cells, 1);
    const data = bands.map((band, i) => [c.inUnits(band.p5), c.inUnits(band.p50), c.inUnits(band.p90), c.inUnits(band.p95), i]);
    const thick = Math.min(16, rows.row * 0.46);
    const band = (name, colour, render) => ({
      type: 'custom', name, itemStyle: { color: colour }, data, encode: { x: [0, 1, 2, 3], y: 4 },
      renderItem: (params, api) => {
        const at = k => api.coord([api.value(k), api.value(4)]);
        return { type: 'group', children: render(at) };
      },
      tooltip: { formatter: p => B.tip(c.pick(bands[p.dataIndex].name), ['p5', 'p50', 'p90', 'p95', 'paid'].filter(k => bands[p.dataIndex][k]).map(k => [c.word(k), c.amount(bands[p.dataIndex][k])])) },
    });
    const bar = (from, to, height, colour) => ({
      type: 'rect', shape: { x: from[0], y: from[1] - height / 2, width: Math.max(1.5, to[0] - from[0]), height, r: Math.min(3, height / 2) }, style: { fill: colour },
    });
    // A tick, not a dot: where clauses differ a hundredfold the small bands must still show beside it.
    const tick = ([x, y], height) => ({ type: 'rect', shape: { x: x - 2, y: y - height / 2, width: 4, height, r: 1.5 }, style: { fill: c.colours.amber, stroke: c.colours.paper, lineWidth: 0.8 } });
    const series = [
      band(c.word('p5-p95'), c.colours.sky, at => [bar(at(0), at(3), thick * 0.42, c.colours.sky)]),
      band(c.word('p50-p90'), c.colours.blue, at => [bar(at(1), at(2), thick, c.colours.blue)]),
      band(c.word('p50'), c.colours.amber, at => [tick(at(1), thick + 6)]),
    ];
    const paid = {
      type: 'scatter', name: c.word('paid'), symbol: 'diamond', symbolSize: 13, itemStyle: { color: c.colours.orange, borderColor: c.colours.paper, borderWidth: 1.5 },
      data: bands.flatMap((one, i) => (one.paid ? [[c.inUnits(one.paid), i]] : [])), tooltip: series[0].tooltip,
    };
    return B.frame(c, {
      left: rows.left, right: table.total, bottom: 46, top: 30, height: rows.height, least: rows.least,
      legend: [{ name: c.word('p5-p95'), colour: c.colours.sky }, { name: c.word('p50-p90'), colour: c.colours.blue }, { name: c.word('p50'), colour: c.colours.amber }, ...(hasPaid ? [{ name: c.word('paid'), colour: c.colours.orange, icon: 'diamond' }] : [])],
      xAxis: B.valueAxis(c, c.named(c.word('outlay'), c.unit), { nameGap: 30 }), yAxis: B.rowAxis(c, rows),
      series: [...series, ...(hasPaid ? [paid] : []), side(c, table, cells)],
    });
  };

  B.kinds.difference = c => {
    const { rows: items } = c.drawing;
    if (items.length === 0) return B.nothing(c);
    const rows = B.rowsOf(c, items.map(item => c.pick(item.name)));
    const cells = items.map(item => [item.mean.t, `[${item.low.t}, ${item.high.t}]`]);
    const table = columns(c, [c.word('difference'), c.word('interval')], cells);
    const standing = item => (item.low.v > 0 ? 'increase' : item.high.v < 0 ? 'decrease' : 'uncertain');
    const colours = { increase: c.colours.orange, decrease: c.colours.blue, uncertain: c.colours.grey };
    const data = items.map((item, i) => [c.inUnits(item.low), c.inUnits(item.mean), c.inUnits(item.high), i]);
    const series = Object.keys(colours).map(key => ({
      type: 'custom', name: c.word(key), itemStyle: { color: colours[key] }, data, encode: { x: [0, 1, 2], y: 3 },
      renderItem: (params, api) => {
        if (standing(items[params.dataIndex]) !== key) return undefined;
        const at = k => api.coord([api.value(k), api.value(3)]);
        const [[low, y], [mean], [high]] = [at(0), at(1), at(2)];
        return { type: 'group', children: [
          stroke(low, y, high, y, colours[key], 2.5), stroke(low, y - 5, low, y + 5, colours[key], 2.5), stroke(high, y - 5, high, y + 5, colours[key], 2.5),
          { type: 'circle', shape: { cx: mean, cy: y, r: 6 }, style: { fill: colours[key], stroke: c.colours.paper, lineWidth: 1.5 } },
        ] };
      },
      tooltip: { formatter: p => B.tip(c.pick(items[p.dataIndex].name), [[c.word('difference'), c.amount(items[p.dataIndex].mean)], [c.word('interval'), c.amount({ t: cells[p.dataIndex][1] })]]) },
    }));
    const zero = { type: 'line', silent: true, data: [], markLine: { silent: true, symbol: 'none', label: { show: false }, lineStyle: { color: c.colours.ink, type: 'solid', width: 1.2 }, data: [{ xAxis: 0 }] } };
    return B.frame(c, {
      left: rows.left, right: table.total, bottom: 46, top: 30, height: rows.height, least: rows.least,
      legend: Object.keys(colours).map(key => ({ name: c.word(key), colour: colours[key], icon: 'circle' })),
      xAxis: B.valueAxis(c, c.named(c.word('difference'), c.unit), { nameGap: 30 }), yAxis: B.rowAxis(c, rows),
      series: [...series, zero, side(c, table, cells)],
    });
  };

  // Labels stand outside the bars; the axis is stretched until the longest on each side fits.
  const stretched = (low, high, leftLabel, rightLabel, plotWidth) => {
    const span = Math.max(high - low, Math.max(Math.abs(low), Math.abs(high), 1) * 1e-6);
    const perPixel = span / Math.max(60, plotWidth - leftLabel - rightLabel);
    return [low - leftLabel * perPixel, high + rightLabel * perPixel];
  };

  B.kinds.tornado = c => {
    const { bars, baseline } = c.drawing;
    if (bars.length === 0) return B.nothing(c);
    const rows = B.rowsOf(c, bars.map(bar => c.pick(bar.factor)));
    const labelOf = (setting, figure, isShort) => (isShort ? figure.t : `${B.cut(c.pick(setting), 12, 120)}  ${figure.t}`);
    const endsOf = isShort => bars.map(bar => {
      const low = { value: c.inUnits(bar.low), label: labelOf(bar.lowSetting, bar.low, isShort), key: 'low-setting' };
      const high = { value: c.inUnits(bar.high), label: labelOf(bar.highSetting, bar.high, isShort), key: 'high-setting' };
      const lowLeft = low.value === high.value || low.value < high.value;
      const [left, right] = lowLeft ? [low, high] : [high, low];
      return { left, right };
    });
    const widestOf = (all, side) => Math.max(...all.map(end => B.textWidth(end[side].label, 12))) + 16;
    // Where settings would leave the bars no room, the figures stand alone.
    const whole = endsOf(false);
    const ends = c.width < 640 || widestOf(whole, 'left') + widestOf(whole, 'right') + 120 > c.width - rows.left - 30 ? endsOf(true) : whole;
    const low = Math.min(0, ...ends.map(end => end.left.value));
    const high = Math.max(0, ...ends.map(end => end.right.value));
    const [min, max] = stretched(low, high, widestOf(ends, 'left'), widestOf(ends, 'right'), c.width - rows.left - 30);
    const colours = { 'low-setting': c.colours.blue, 'high-setting': c.colours.orange };
    const thick = rows.thick(0.62);
    const render = (params, api) => {
      const end = ends[params.dataIndex];
      const zero = api.coord([0, params.dataIndex]);
      const at = value => api.coord([value, params.dataIndex])[0];
      const bar = one => ({ type: 'rect', shape: { x: Math.min(zero[0], at(one.value)), y: zero[1] - thick / 2, width: Math.max(1, Math.abs(at(one.value) - zero[0])), height: thick }, style: { fill: colours[one.key] } });
      const longFirst = [end.left, end.right].sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
      return { type: 'group', children: [...longFirst.map(bar),
        B.text(c, Math.min(zero[0], at(end.left.value)) - 8, zero[1], end.left.label, { align: 'right' }),
        B.text(c, Math.max(zero[0], at(end.right.value)) + 8, zero[1], end.right.label, { align: 'left' })] };
    };
    const data = ends.map((end, i) => [end.left.value, end.right.value, i]);
    const custom = name => ({ type: 'custom', name, data: name === c.word('low-setting') ? data : [], encode: { x: [0, 1], y: 2 }, renderItem: render,
      tooltip: { formatter: p => B.tip(c.pick(bars[p.dataIndex].factor), [[c.pick(bars[p.dataIndex].lowSetting), c.amount(bars[p.dataIndex].low)], [c.pick(bars[p.dataIndex].highSetting), c.amount(bars[p.dataIndex].high)]]) } });
    const zero = { type: 'line', silent: true, data: [], markLine: { silent: true, symbol: 'none', lineStyle: { color: c.colours.ink, type: 'solid', width: 1.2 }, data: [{ xAxis: 0 }],
      label: { position: 'start', distance: 6, color: c.colours.ink, fontSize: 12, fontFamily: B.font, formatter: '' } } };
    const across = B.inLines(c.joined([c.named(`${c.pick(c.drawing.measured)}: ${c.word('difference')}`, c.unit), `${c.word('baseline')} ${baseline.t}`]), 13, c.width - (c.bare ? 20 : 50));
    return B.frame(c, {
      left: rows.left, right: 30, bottom: 26 + 20 * across.split('\n').length, height: rows.height, least: rows.least,
      legend: Object.keys(colours).map(key => ({ name: c.word(key), colour: colours[key] })),
      xAxis: B.valueAxis(c, across, { nameGap: 30, min, max, axisLabel: { show: true, color: c.colours.soft, fontSize: 12, formatter: B.number, showMinLabel: false, showMaxLabel: false, hideOverlap: true } }),
      yAxis: B.rowAxis(c, rows), series: [custom(c.word('low-setting')), custom(c.word('high-setting')), zero],
    });
  };
})();

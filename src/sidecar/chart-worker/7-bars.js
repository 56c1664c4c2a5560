// Bars of several series, side by side or as parts of a whole; and how estimates settle with more replications.
(() => {
  const B = globalThis.BudgetCharts;

  B.kinds.bars = c => {
    const { rows: items, series, money, stacked } = c.drawing;
    if (items.length === 0) return B.nothing(c);
    const colours = [c.colours.blue, c.colours.amber, c.colours.orange, c.colours.plum, c.colours.green, c.colours.sky, c.colours.grey];
    const value = figure => (figure.z ? (money ? c.inUnits(figure.z) : figure.z.v) : 0);
    const lanes = stacked ? 1 : series.length;
    const rows = B.rowsOf(c, items.map(item => c.pick(item.name)), stacked ? 16 : 17 * lanes);
    const beside = items.map(item => [item.beside ? item.beside.t : '']);
    // A narrow picture leaves its width to the bars; the table has the amounts.
    const table = items.some(item => item.beside) && !rows.above ? B.columns(c, [c.named(c.pick(c.drawing.beside), c.unit)], beside) : undefined;
    const widest = stacked ? 0 : Math.max(...items.flatMap(item => item.figures.map(figure => (figure.z ? B.textWidth(figure.z.t, 12) : 0)))) + 14;
    const lane = rows.above ? 17 : Math.min(20, (rows.row - 6) / lanes);
    const thick = stacked ? rows.thick(0.6) : lane * 0.82;
    const starts = items.map(item => item.figures.reduce((ends, figure) => [...ends, ends[ends.length - 1] + value(figure)], [0]));
    const bars = series.map((one, k) => ({
      type: 'custom', name: c.pick(one.name), itemStyle: { color: colours[k % 7] }, encode: { x: [0, 1], y: 2 },
      data: items.map((item, i) => (stacked ? [starts[i][k], starts[i][k + 1], i] : [Math.min(0, value(item.figures[k])), Math.max(0, value(item.figures[k])), i])),
      renderItem: (params, api) => {
        const figure = items[params.dataIndex].figures[k];
        if (!figure.z) return undefined;
        const [from, y] = api.coord([api.value(0), api.value(2)]);
        const to = api.coord([api.value(1), api.value(2)])[0];
        const at = stacked ? y : y + (k - (lanes - 1) / 2) * lane;
        const inside = stacked && to - from > B.textWidth(figure.z.t, 12) + 8;
        const fill = colours[k % 7];
        return { type: 'group', children: [
          { type: 'rect', shape: { x: from, y: at - thick / 2, width: Math.max(stacked ? 0 : 1.5, to - from), height: thick }, style: { fill } },
          ...(inside ? [B.text(c, (from + to) / 2, at, figure.z.t, { align: 'center', fill: B.readable(fill) })] : stacked ? [] : [B.text(c, to + 6, at, figure.z.t, { align: 'left' })]),
        ] };
      },
      tooltip: { formatter: p => B.tip(c.pick(items[p.dataIndex].name), series.map((each, j) => [c.pick(each.name), shown(items[p.dataIndex].figures[j])])) },
    }));
    const shown = figure => (figure.z ? (money ? c.amount(figure.z) : figure.z.t) : '—');
    const axis = (money ? B.valueAxis : B.percentAxis)(c, money ? c.named(c.pick(c.drawing.measured), c.unit) : c.pick(c.drawing.measured), { nameGap: 30, ...(stacked && !money ? { min: 0, max: 1 } : {}) });
    return B.frame(c, {
      left: rows.left, right: (table ? table.total : 20) + widest, bottom: 46, top: table ? 30 : 12, height: rows.height, least: rows.least,
      legend: series.length > 1 || stacked ? series.map((one, k) => ({ name: c.pick(one.name), colour: colours[k % 7] })) : [],
      xAxis: axis, yAxis: B.rowAxis(c, rows), series: table ? [...bars, B.side(c, table, beside)] : bars,
    });
  };

  B.kinds.convergence = c => {
    const { lines } = c.drawing;
    if (lines.length === 0 || lines[0].points.length === 0) return B.nothing(c);
    const colours = [c.colours.blue, c.colours.orange];
    const room = B.curvePlot(c);
    const band = (line, k) => ({
      type: 'custom', silent: true, data: [[0]], encode: { x: [], y: [] },
      renderItem: (params, api) => {
        const at = (key, i) => api.coord([i, c.inUnits(line.points[i][key])]);
        const upper = line.points.map((_, i) => at('high', i));
        const lower = line.points.map((_, i) => at('low', i));
        return { type: 'polygon', shape: { points: [...upper, ...lower.reverse()] }, style: { fill: B.alpha(colours[k], 0.2) } };
      },
    });
    const reach = (line, key) => ({ type: 'line', silent: true, data: line.points.map(point => c.inUnits(point[key])), symbol: 'none', lineStyle: { opacity: 0 } });
    const curve = (line, k) => ({
      type: 'line', name: c.pick(line.name), data: line.points.map(point => c.inUnits(point.value)), symbol: k === 0 ? 'circle' : 'diamond', symbolSize: k === 0 ? 7 : 9,
      lineStyle: { width: 2.4, color: colours[k] }, itemStyle: { color: colours[k] },
      tooltip: { formatter: p => B.tip(`${line.points[p.dataIndex].n.t} ${c.word('replications')}`, [[c.pick(line.name), c.amount(line.points[p.dataIndex].value)], [c.word('interval'), `${line.points[p.dataIndex].low.t} – ${line.points[p.dataIndex].high.t}`]]) },
    });
    return B.frame(c, {
      ...room, legend: lines.flatMap((line, k) => [{ name: c.pick(line.name), colour: colours[k] }]),
      xAxis: B.categoryAxis(c, lines[0].points.map(point => point.n.t), { name: c.word('replications'), nameLocation: 'middle', nameGap: 30, nameTextStyle: { color: c.colours.soft }, axisLabel: { interval: 'auto', color: c.colours.soft, fontSize: 12 } }),
      yAxis: B.valueAxis(c, c.named(c.word('outlay'), c.unit), { nameGap: c.bare ? 50 : 66, scale: true }),
      series: [...lines.flatMap(line => [reach(line, 'low'), reach(line, 'high')]), ...lines.map(band), ...lines.map(curve)],
    });
  };
})();

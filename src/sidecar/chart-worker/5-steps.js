// The waterfall: standing columns while their names fit below, lying bars otherwise.
(() => {
  const B = globalThis.BudgetCharts;

  const bars = (c, steps, isLying, most = 72) => {
    const colours = { total: c.colours.total, increase: c.colours.blue, decrease: c.colours.orange };
    const kind = step => (step.total ? 'total' : step.amount.v >= 0 ? 'increase' : 'decrease');
    const ends = steps.map(step => c.inUnits(step.end));
    const data = steps.map((step, i) => [step.total ? 0 : ends[i - 1], ends[i], i]);
    const encode = isLying ? { x: [0, 1], y: 2 } : { x: 2, y: [0, 1] };
    const render = key => (params, api) => {
      const i = params.dataIndex;
      if (kind(steps[i]) !== key) return undefined;
      const at = value => api.coord(isLying ? [value, i] : [i, value]);
      const along = isLying ? 0 : 1;
      const [from, to] = [at(api.value(0)), at(api.value(1))];
      const slot = api.size(isLying ? [0, 1] : [1, 0])[1 - along];
      const thick = Math.min(most, slot * 0.62);
      const across = from[1 - along];
      const [low, high] = [Math.min(from[along], to[along]), Math.max(from[along], to[along])];
      const shape = isLying ? { x: low, y: across - thick / 2, width: Math.max(1.5, high - low), height: thick } : { x: across - thick / 2, y: low, width: thick, height: Math.max(1.5, high - low) };
      const label = isLying
        ? B.text(c, high + 8, across, steps[i].amount.t, { align: 'left', fontWeight: steps[i].total ? 700 : 400, fontSize: 13 })
        : B.text(c, across, low - 12, steps[i].amount.t, { align: 'center', fontWeight: steps[i].total ? 700 : 400, fontSize: 13 });
      const next = i + 1 < steps.length ? (isLying ? api.coord([0, i + 1])[1] : api.coord([i + 1, 0])[0]) : undefined;
      const edge = to[along];
      const joint = next === undefined ? [] : [{ type: 'line', shape: isLying ? { x1: edge, y1: across + thick / 2, x2: edge, y2: next - thick / 2 } : { x1: across + thick / 2, y1: edge, x2: next - thick / 2, y2: edge }, style: { stroke: c.colours.grey, lineWidth: 1, lineDash: [3, 3] } }];
      return { type: 'group', children: [{ type: 'rect', shape, style: { fill: colours[key] } }, ...joint, label] };
    };
    return Object.keys(colours).filter(key => steps.some(step => kind(step) === key)).map(key => ({
      type: 'custom', name: c.word(key), colour: colours[key], itemStyle: { color: colours[key] }, data, encode, renderItem: render(key),
      tooltip: { formatter: p => B.tip(c.pick(steps[p.dataIndex].name), [[c.word(kind(steps[p.dataIndex])), c.amount(steps[p.dataIndex].amount)], [c.word('running-total'), c.amount(steps[p.dataIndex].end)]]) },
    }));
  };

  B.kinds.waterfall = c => {
    const { steps } = c.drawing;
    const names = steps.map(step => c.pick(step.name));
    const slot = (c.width - 130) / steps.length;
    const widestFigure = Math.max(...steps.map(step => B.textWidth(step.amount.t, 13)));
    const longestWord = Math.max(...names.flatMap(name => name.split(' ')).map(word => B.textWidth(word.replace(/[\u1100-\uffff]/g, ''), 12)));
    const isLying = slot < Math.max(80, widestFigure + 6, longestWord + 4);
    const rows = isLying ? B.rowsOf(c, names) : undefined;
    const series = bars(c, steps, isLying, rows && rows.above ? 16 : 72);
    const legend = series.map(one => ({ name: one.name, colour: one.colour }));
    const axisName = c.named(c.word('amount'), c.unit);
    if (isLying) {
      return B.frame(c, { left: rows.left, right: widestFigure + 28, bottom: 46, height: rows.height, least: rows.least, legend, xAxis: B.valueAxis(c, axisName, { nameGap: 30 }), yAxis: B.rowAxis(c, rows), series });
    }
    const lines = Math.min(4, Math.max(...names.map(name => Math.ceil(B.textWidth(name, 12) * 1.15 / (slot - 6)))));
    return B.frame(c, {
      left: c.bare ? 74 : 90, right: 40, bottom: 18 + lines * 18, top: 26, height: B.curvePlot(c).height, legend,
      xAxis: B.categoryAxis(c, names, { axisLabel: { width: slot - 6, overflow: 'break', lineHeight: 18, fontSize: 12 } }), yAxis: B.valueAxis(c, axisName, { nameGap: c.bare ? 56 : 68 }), series,
    });
  };
})();

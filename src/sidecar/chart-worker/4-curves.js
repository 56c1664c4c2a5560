// Charts of curves: exceedance, fan over years, Lorenz.
(() => {
  const B = globalThis.BudgetCharts;
  const plot = B.curvePlot;

  B.kinds.exceedance = c => {
    const { points, appropriation, shortage } = c.drawing;
    if (points.length === 0) return B.nothing(c);
    const data = points.map(point => [c.inUnits(point.x), point.y.v]);
    const limit = appropriation ? c.inUnits(appropriation) : undefined;
    const above = appropriation ? [[limit, shortage.v], ...data.filter(([x]) => x > limit)] : [];
    const tooltip = { formatter: p => B.tip(c.amount(points[p.dataIndex].x), [[c.word('exceedance'), points[p.dataIndex].y.t]]) };
    const curve = { type: 'line', name: c.word('exceedance'), data, symbol: 'circle', symbolSize: data.length === 1 ? 9 : 5, showSymbol: data.length === 1, lineStyle: { width: 2.6, color: c.colours.blue }, itemStyle: { color: c.colours.blue }, areaStyle: { color: B.alpha(c.colours.sky, 0.16), opacity: 1 }, tooltip };
    const short = { type: 'line', silent: true, data: above, symbol: 'none', lineStyle: { width: 2.6, color: c.colours.orange }, areaStyle: { color: B.alpha(c.colours.orange, 0.35), opacity: 1 } };
    const room = plot(c);
    const words = appropriation ? [`${c.word('appropriation')} ${c.amount(appropriation)}`, `${c.word('shortage-probability')} ${shortage.t}`] : [];
    const fontSize = c.width < 480 ? 12 : 14;
    const widest = Math.max(0, ...words.map(line => B.textWidth(line, fontSize)));
    const mark = {
      type: 'custom', silent: true, data: appropriation ? [[limit, shortage.v]] : [], encode: { x: 0, y: 1 },
      renderItem: (params, api) => {
        const grid = params.coordSys;
        const [x, y] = api.coord([api.value(0), api.value(1)]);
        const left = x + 14 + widest > grid.x + grid.width;
        // Where neither side has room the words stand over the line, beside the axis.
        const at = left ? Math.max(x - 12, grid.x + 8 + widest) : x + 12;
        const style = { align: left ? 'right' : 'left', fontSize, fontWeight: 700 };
        return { type: 'group', children: [
          { type: 'line', shape: { x1: x, y1: grid.y, x2: x, y2: grid.y + grid.height }, style: { stroke: c.colours.ink, lineWidth: 1.6, lineDash: [6, 4] } },
          { type: 'circle', shape: { cx: x, cy: y, r: 6 }, style: { fill: c.colours.orange, stroke: c.colours.paper, lineWidth: 2 } },
          { type: 'rect', shape: { x: left ? at - widest - 6 : at - 6, y: grid.y + 2, width: widest + 12, height: 48, r: 4 }, style: { fill: B.alpha(c.colours.paper, 0.86) } },
          B.text(c, at, grid.y + 14, words[0], { ...style, fontWeight: 400 }), B.text(c, at, grid.y + 37, words[1], { ...style, fill: c.colours.orange }),
        ] };
      },
    };
    return B.frame(c, {
      ...room, legend: [{ name: c.word('exceedance'), colour: c.colours.blue }],
      xAxis: B.valueAxis(c, c.named(c.word('outlay'), c.unit), { nameGap: 30, scale: true }), yAxis: B.percentAxis(c, '', { min: 0, max: 1 }),
      series: [curve, short, mark],
    });
  };

  B.kinds.fan = c => {
    const { years } = c.drawing;
    if (years.length === 0) return B.nothing(c);
    const keys = ['p5', 'p25', 'p50', 'p75', 'p95'];
    const data = years.map((year, i) => [i, ...keys.map(key => c.inUnits(year[key]))]);
    const band = (name, from, to, colour) => ({
      type: 'custom', name, itemStyle: { color: colour }, data: [data.flat()], encode: { x: [], y: [] }, silent: true,
      renderItem: (params, api) => {
        const at = (year, key) => api.coord([year[0], year[key]]);
        const wide = data.length === 1 ? 30 : 0;
        const upper = data.map(year => at(year, to)).flatMap(([x, y]) => (wide ? [[x - wide, y], [x + wide, y]] : [[x, y]]));
        const lower = data.map(year => at(year, from)).flatMap(([x, y]) => (wide ? [[x - wide, y], [x + wide, y]] : [[x, y]]));
        return { type: 'polygon', shape: { points: [...upper, ...lower.reverse()] }, style: { fill: colour } };
      },
    });
    const tooltip = { formatter: p => B.tip(years[p.dataIndex].year, [...keys, 'appropriation'].filter(key => years[p.dataIndex][key]).map(key => [c.word(key), c.amount(years[p.dataIndex][key])])) };
    const label = { show: years.length * 74 < c.width, distance: 9, color: c.colours.ink, backgroundColor: c.colours.paper, padding: [2, 5], borderRadius: 3, fontSize: 13, fontWeight: 700, formatter: p => years[p.dataIndex].p50.t };
    const labelPlace = year => (years.length === 1 ? 'right' : year.appropriation && year.appropriation.v >= year.p50.v ? 'bottom' : 'top');
    const median = { type: 'line', name: c.word('p50'), data: data.map((year, i) => ({ value: year[3], label: { position: labelPlace(years[i]) } })), symbol: 'circle', symbolSize: 8, lineStyle: { width: 2.8, color: c.colours.blue }, itemStyle: { color: c.colours.blue, borderColor: c.colours.paper, borderWidth: 1.5 }, label, tooltip };
    const reach = key => ({ type: 'line', silent: true, data: data.map(year => year[key]), symbol: 'none', lineStyle: { opacity: 0 } });
    const voted = { type: 'line', name: c.word('appropriation'), data: years.map(year => (year.appropriation ? c.inUnits(year.appropriation) : null)), symbol: 'diamond', symbolSize: 11, lineStyle: { width: 2, type: 'dashed', color: c.colours.orange }, itemStyle: { color: c.colours.orange }, tooltip };
    const hasVoted = years.some(year => year.appropriation);
    return B.frame(c, {
      ...plot(c), legend: [{ name: c.word('p50'), colour: c.colours.blue, icon: 'circle' }, { name: c.word('p25-p75'), colour: c.colours.band }, { name: c.word('p5-p95'), colour: c.colours.wide },
        ...(hasVoted ? [{ name: c.word('appropriation'), colour: c.colours.orange, icon: 'diamond' }] : [])],
      xAxis: B.categoryAxis(c, years.map(year => year.year), { axisLabel: { interval: 'auto' } }), yAxis: B.valueAxis(c, c.named(c.word('outlay'), c.unit), { nameGap: c.bare ? 50 : 66 }),
      series: [reach(1), reach(5), band(c.word('p5-p95'), 1, 5, c.colours.wide), band(c.word('p25-p75'), 2, 4, c.colours.band), ...(hasVoted ? [voted] : []), median],
    });
  };

  B.kinds.lorenz = c => {
    const { curves } = c.drawing;
    if (curves.length === 0) return B.nothing(c);
    const colours = [c.colours.blue, c.colours.orange, c.colours.green, c.colours.plum, c.colours.amber];
    // The coefficient stays where a long name is cut.
    const gini = curve => `${c.word('gini')} ${curve.gini}`;
    const name = curve => c.named(B.cut(c.pick(curve.name), 13, c.width - 100 - B.textWidth(gini(curve), 13)), gini(curve));
    const series = curves.map((curve, i) => ({
      type: 'line', name: name(curve), data: curve.points.map(point => [point.x.v, point.y.v]), showSymbol: false, symbolSize: 6,
      lineStyle: { width: 2.8, color: colours[i % 5], type: c.colours.line[i % 3] }, itemStyle: { color: colours[i % 5] }, areaStyle: i === 0 ? { color: B.alpha(colours[0], 0.1), opacity: 1 } : undefined,
      tooltip: { formatter: p => B.tip(c.pick(curve.name), [[c.word('recipients-share'), curve.points[p.dataIndex].x.t], [c.word('money-share'), curve.points[p.dataIndex].y.t]]) },
    }));
    const even = { type: 'line', name: c.word('equality'), silent: true, data: [[0, 0], [1, 1]], symbol: 'none', lineStyle: { color: c.colours.grey, type: 'dashed', width: 1.4 }, itemStyle: { color: c.colours.grey } };
    const across = B.inLines(c.word('recipients-share'), 13, c.width - 130);
    const more = 20 * (across.split('\n').length - 1);
    return B.frame(c, {
      ...plot(c), bottom: 46 + more, legend: [...curves.map((curve, i) => ({ name: name(curve), colour: colours[i % 5] })), { name: c.word('equality'), colour: c.colours.grey }],
      xAxis: B.percentAxis(c, across, { min: 0, max: 1, nameGap: 30 }), yAxis: B.percentAxis(c, c.word('money-share'), { min: 0, max: 1, nameGap: 48 }), series: [...series, even],
    });
  };
})();

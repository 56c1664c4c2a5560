// Charts of points, cells and columns: heat map, frontier, ratio distribution, calibration.
(() => {
  const B = globalThis.BudgetCharts;
  const plot = B.curvePlot;

  const luminance = colour => {
    const channel = at => { const v = parseInt(colour.slice(at, at + 2), 16) / 255; return v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; };
    return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
  };
  const readable = colour => (luminance(colour) > 0.3 ? '#10161d' : '#ffffff');
  B.readable = readable;

  B.kinds.heatmap = c => {
    const { columns, rows, money } = c.drawing;
    const cells = rows.flatMap((row, y) => row.cells.map((cell, x) => ({ x, y, z: cell.z })));
    const known = cells.filter(cell => cell.z);
    if (cells.length === 0) return B.nothing(c);
    const values = known.map(cell => cell.z.v);
    const [low, high] = [Math.min(...values), Math.max(...values)];
    const step = value => Math.min(5, Math.floor((high > low ? (value - low) / (high - low) : 0.5) * 6));
    const sized = B.rowsOf(c, rows.map(row => c.pick(row.name)), 16, false);
    const row = Math.max(26, Math.min(54, 380 / rows.length));
    const height = Math.max(110, row * rows.length);
    // The name beside the rows stands in two lines at most.
    const down = B.inLines(B.cut(c.pick(c.drawing.down), 13, height * 1.8), 13, height);
    const more = 18 * (down.split('\n').length - 1);
    const plotWidth = c.width - sized.left - 130 - more;
    const slot = plotWidth / columns.length;
    // Figures of an axis are left out rather than cut; long words are cut.
    const widest = Math.max(...columns.map(column => B.textWidth(c.pick(column.name), 13)));
    const isCrowded = slot < 40 || (widest > slot - 4 && widest < 80);
    const isLabelled = known.every(cell => B.textWidth(cell.z.t, 12) < slot - 4);
    const item = cell => {
      const colour = cell.z ? c.colours.heat[step(cell.z.v)] : c.colours.faint;
      return { value: [cell.x, cell.y, cell.z ? cell.z.v : 0], itemStyle: { color: colour, borderColor: c.colours.paper, borderWidth: 2 },
        label: { show: isLabelled || !cell.z, color: cell.z ? readable(colour) : c.colours.soft, fontSize: 12, formatter: () => (cell.z ? cell.z.t : '—') } };
    };
    const scale = c.colours.heat.map((colour, i) => ({ type: 'rect', shape: { x: 0, y: (5 - i) * 26, width: 18, height: 26 }, style: { fill: colour } }));
    const ends = known.length === 0 ? [] : [B.text(c, 24, 8, known.find(cell => cell.z.v === high).z.t, { fill: c.colours.soft }), B.text(c, 24, 148, known.find(cell => cell.z.v === low).z.t, { fill: c.colours.soft })];
    return B.frame(c, {
      left: sized.left + 18 + more, right: 112, bottom: 56, height, least: height,
      graphic: [{ type: 'group', right: 14, top: 'middle', children: [...scale, ...ends] }],
      legend: [],
      xAxis: B.categoryAxis(c, columns.map(column => c.pick(column.name)), { name: c.pick(c.drawing.across), nameLocation: 'middle', nameGap: 32, nameTextStyle: { color: c.colours.soft }, axisLine: { show: false }, axisLabel: isCrowded ? { interval: 'auto' } : { width: slot - 4, overflow: 'truncate' } }),
      yAxis: B.categoryAxis(c, sized.shown, { inverse: true, name: down, nameLocation: 'middle', nameGap: sized.left - 10, nameTextStyle: { color: c.colours.soft, lineHeight: 18 }, axisLine: { show: false } }),
      visualMap: { show: false, min: low || 0, max: (high || 0) + 1, inRange: { color: c.colours.heat }, seriesIndex: [] },
      series: [{ type: 'heatmap', data: cells.map(item), tooltip: { formatter: p => { const cell = cells[p.dataIndex]; return B.tip(`${c.pick(columns[cell.x].name)} · ${c.pick(rows[cell.y].name)}`, [[c.pick(c.drawing.measured), cell.z ? (money ? c.amount(cell.z) : cell.z.t) : c.word('no-value')]]); } } }],
    });
  };

  // The points that are named: the chosen one, then the efficient ones that keep clear of the names before them. The plot is taken a little
  // smaller than it will be, so that names that stay apart here stay apart there.
  const named = (c, points) => {
    const room = B.curvePlot(c);
    // A narrow picture has no room beside its points; the table names them.
    if (c.width < 640 && points.some(point => B.textWidth(c.pick(point.name), 12) > c.width * 0.3)) return new Set();
    const span = of => Math.max(...points.map(of)) - Math.min(...points.map(of)) || 1;
    const across = 0.75 * (c.width - room.left - Math.min(110, c.width * 0.16)) / span(point => point.x.v);
    const up = 0.7 * (c.height ? Math.max(120, c.height - 230) : room.height) / span(point => point.y.v);
    const kept = [];
    for (const standing of ['current', 'efficient', 'setting']) {
      for (const point of points.filter(one => one.standing === standing)) {
        const box = { left: point.x.v * across, right: point.x.v * across + 26 + B.textWidth(c.pick(point.name), 12), y: point.y.v * up };
        if (kept.every(({ box: other }) => box.right < other.left || other.right < box.left || Math.abs(box.y - other.y) > 34)) kept.push({ point, box });
      }
    }
    return new Set(kept.map(({ point }) => point));
  };

  // Whether a name to the right of its point would end outside the picture.
  const leaves = (c, points, point) => {
    const [left, first, last] = [B.curvePlot(c).left, points[0].x.v, points[points.length - 1].x.v];
    return left + (c.width - left - Math.min(110, c.width * 0.16)) * (point.x.v - first) / (last - first || 1) + 26 + B.textWidth(c.pick(point.name), 12) > c.width;
  };

  B.kinds.frontier = c => {
    const { points } = c.drawing;
    if (points.length === 0) return B.nothing(c);
    const names = new Set([...named(c, points)].filter(point => c.width >= 640 || !leaves(c, points, point)));
    // Names stand on the side to which the frontier does not go on.
    const rises = points[points.length - 1].y.v >= points[0].y.v;
    const styles = { efficient: ['efficient', c.colours.blue, 'circle', 11], setting: ['setting', c.colours.blue, 'circle', 11], dominated: ['dominated', c.colours.grey, 'emptyCircle', 8], current: ['chosen', c.colours.orange, 'diamond', 17] };
    const tooltip = mine => ({ formatter: p => B.tip(c.pick(mine[p.dataIndex].name), [[c.pick(c.drawing.across), c.amount(mine[p.dataIndex].x)], [c.pick(c.drawing.up), mine[p.dataIndex].y.t]]) });
    // Later ones lie above: what is dominated must not hide what is not.
    const series = ['dominated', 'efficient', 'setting', 'current'].map(standing => {
      const [key, colour, symbol, symbolSize] = styles[standing];
      const mine = points.filter(point => point.standing === standing);
      return {
        type: standing === 'efficient' || standing === 'setting' ? 'line' : 'scatter', name: c.word(key), symbol, symbolSize, data: mine.map(point => ({ value: [c.inUnits(point.x), point.y.v], ...(leaves(c, points, point) ? { label: { position: 'left', offset: [0, rises ? -11 : 10] } } : {}) })),
        lineStyle: { color: colour, width: 2.4 }, itemStyle: { color: colour, borderColor: standing === 'dominated' ? colour : c.colours.paper, borderWidth: 1.5 }, tooltip: tooltip(mine),
        label: { show: standing !== 'dominated', position: 'right', offset: [0, rises ? 11 : -10], color: c.colours.ink, fontSize: 12, formatter: p => (names.has(mine[p.dataIndex]) ? c.pick(mine[p.dataIndex].name) : '') },
      };
    });
    // The names below the lowest points need room above the figures of the axis.
    const up = B.percentAxis(c, c.pick(c.drawing.up), { nameGap: 52, scale: true });
    const belowAll = ({ min, max }) => Math.max(0, min - (max - min) * 0.12);
    const present = Object.keys(styles).filter(standing => points.some(point => point.standing === standing));
    return B.frame(c, {
      ...plot(c), right: Math.min(110, c.width * 0.16), legend: present.map(standing => ({ name: c.word(styles[standing][0]), colour: styles[standing][1], icon: standing === 'current' ? 'diamond' : 'circle' })),
      xAxis: B.valueAxis(c, c.named(c.pick(c.drawing.across), c.unit), { nameGap: 30, scale: true, boundaryGap: ['5%', '5%'] }), yAxis: { ...up, ...(rises ? { min: belowAll, axisLabel: { ...up.axisLabel, showMinLabel: false } } : {}) }, series,
    });
  };

  B.kinds.ratio = c => {
    const { bins } = c.drawing;
    if (bins.length === 0) return B.nothing(c);
    const slot = (c.width - 130) / bins.length;
    const data = bins.map(bin => ({ value: bin.share.v, itemStyle: { color: bin.full ? c.colours.green : c.colours.orange, borderRadius: [3, 3, 0, 0] } }));
    return B.frame(c, {
      ...plot(c), bottom: 36, top: 26, legend: [],
      xAxis: B.categoryAxis(c, bins.map(bin => c.pick(bin.name)), { axisLabel: { interval: slot < 52 ? 'auto' : 0, fontSize: 12 } }), yAxis: B.percentAxis(c, c.word('share-of-runs'), { nameGap: 52, min: 0 }),
      series: [{ type: 'bar', data, barWidth: `${bins.length === 1 ? 20 : 78}%`, label: { show: slot > 50, position: 'top', color: c.colours.ink, fontSize: 12, formatter: p => bins[p.dataIndex].share.t }, tooltip: { formatter: p => B.tip(c.pick(bins[p.dataIndex].name), [[c.word('share-of-runs'), bins[p.dataIndex].share.t]]) } }],
    });
  };

  B.kinds.calibration = c => {
    const { points } = c.drawing;
    if (points.length === 0) return B.nothing(c);
    const data = points.map(point => [point.x.v, point.y.v, point.low.v, point.high.v]);
    const line = (x1, y1, x2, y2) => ({ type: 'line', shape: { x1, y1, x2, y2 }, style: { stroke: c.colours.blue, lineWidth: 2 } });
    const whiskers = { type: 'custom', silent: true, name: c.word('interval'), itemStyle: { color: c.colours.blue }, data, encode: { x: 0, y: [2, 3] }, renderItem: (params, api) => {
      const [x, low] = api.coord([api.value(0), api.value(2)]);
      const high = api.coord([api.value(0), api.value(3)])[1];
      return { type: 'group', children: [line(x, low, x, high), line(x - 5, low, x + 5, low), line(x - 5, high, x + 5, high)] };
    } };
    const dots = { type: 'scatter', name: c.word('observed'), data, symbolSize: 12, itemStyle: { color: c.colours.amber, borderColor: c.colours.paper, borderWidth: 1.5 },
      tooltip: { formatter: p => B.tip(`${c.word('predicted')} ${points[p.dataIndex].x.t}`, [[c.word('observed'), points[p.dataIndex].y.t], [c.word('interval'), `[${points[p.dataIndex].low.t}, ${points[p.dataIndex].high.t}]`], [c.word('cases'), points[p.dataIndex].cases.t]]) } };
    const perfect = { type: 'line', name: c.word('perfect'), silent: true, data: [[0, 0], [1, 1]], symbol: 'none', lineStyle: { color: c.colours.grey, type: 'dashed', width: 1.4 }, itemStyle: { color: c.colours.grey } };
    return B.frame(c, {
      ...plot(c), legend: [{ name: c.word('observed'), colour: c.colours.amber, icon: 'circle' }, { name: c.word('interval'), colour: c.colours.blue }, { name: c.word('perfect'), colour: c.colours.grey }],
      xAxis: B.percentAxis(c, c.word('predicted'), { min: 0, max: 1, nameGap: 30 }), yAxis: B.percentAxis(c, c.word('observed'), { min: 0, max: 1, nameGap: 52 }), series: [perfect, whiskers, dots],
    });
  };
})();

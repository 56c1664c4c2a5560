// Colours, type and measures of every chart; runs in the worker and in the page alike.
(() => {
  // Okabe and Ito's colours, told apart by all common kinds of colour blindness; the dark set is the same hues, lighter.
  const light = {
    paper: '#ffffff', ink: '#1b2430', soft: '#5b6675', rule: '#d9dee5', faint: '#eef1f5',
    blue: '#0072b2', sky: '#56b4e9', orange: '#d55e00', amber: '#e69f00', green: '#009e73', plum: '#aa4499', grey: '#8a94a3',
    total: '#37475a', band: '#9cc9e4', wide: '#d3e6f2', heat: ['#f2f7fc', '#c9dff0', '#8fbfe0', '#4f97c9', '#1f6dab', '#08437f'], line: ['solid', 'dashed', 'dotted'],
  };
  const dark = {
    paper: '#151a21', ink: '#e8edf3', soft: '#a3afbd', rule: '#36404c', faint: '#222a34',
    blue: '#5ab4f0', sky: '#2f78ad', orange: '#ff8c4d', amber: '#f2bd4b', green: '#3fc79d', plum: '#d793d0', grey: '#8592a3',
    total: '#b3c0cf', band: '#2f6690', wide: '#203f58', heat: ['#1d2835', '#1f4163', '#256195', '#3a86c4', '#74b0e3', '#c3e0f8'], line: ['solid', 'dashed', 'dotted'],
  };

  const font = "'Noto Sans SC', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif";

  // East Asian characters are as wide as the type is high, others a little over half.
  const textWidth = (text, size) =>
    [...text].reduce((sum, sign) => sum + (sign.codePointAt(0) >= 0x1100 && sign !== '…' ? size : size * 0.57), 0);

  const cut = (text, size, most) => {
    if (textWidth(text, size) <= most) return text;
    const kept = [...text];
    while (kept.length > 1 && textWidth(kept.join('') + '…', size) > most) kept.pop();
    return kept.join('').trimEnd() + '…';
  };

  // Names that would look alike once cut keep their ends and lose their middle.
  const cutApart = (names, size, most) => {
    const cuts = names.map(name => cut(name, size, most));
    return names.map((name, i) => {
      if (!cuts.some((other, j) => j !== i && other === cuts[i] && names[j] !== name)) return cuts[i];
      const signs = [...name];
      const tail = signs.slice(-Math.ceil(signs.length * 0.35)).join('').trimStart();
      const kept = cut(tail, size, most * 0.5).length < tail.length ? signs.slice(-8).join('') : tail;
      return cut(name, size, most - textWidth(kept, size)) + kept;
    });
  };

  // The words in lines no wider than `most`; a Chinese text may break anywhere.
  const inLines = (text, size, most) => (text.match(/[\u1100-\uffff]|[^\s\u1100-\uffff]+\s*/g) || []).reduce((lines, word) => {
    const longer = lines[lines.length - 1] + word;
    return textWidth(longer.trimEnd(), size) <= most ? [...lines.slice(0, -1), longer] : [...lines, word];
  }, ['']).filter(Boolean).join('\n');

  // Transparent colours, not transparent shapes: a shape's own opacity makes the rasteriser draw a whole layer.
  const alpha = (colour, share) => `rgba(${[1, 3, 5].map(at => parseInt(colour.slice(at, at + 2), 16)).join(',')},${share})`;

  const number = value => {
    const digits = Math.abs(value) >= 100 ? 0 : 4;
    const [whole, decimals] = Math.abs(Number(value.toFixed(digits))).toString().split('.');
    const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
    return (value < 0 ? '-' : '') + grouped + (decimals ? '.' + decimals : '');
  };

  // Millions of yuan as English sentences have them: to the hundred yuan, at least two decimals.
  const millions = yuan => (yuan / 1e6).toFixed(4).replace(/(\.\d\d\d*?)0+$/, '$1').replace(/\B(?=(\d{3})+\.)/g, ',');

  // A tooltip is built from text nodes, so that a name is never read as markup.
  const tip = (title, lines) => {
    if (typeof document === 'undefined') return '';
    const box = document.createElement('div');
    const head = box.appendChild(document.createElement('strong'));
    head.textContent = title;
    for (const [label, text] of lines) {
      const line = box.appendChild(document.createElement('div'));
      line.textContent = label ? `${label}  ${text}` : text;
    }
    return box;
  };

  globalThis.BudgetCharts = { palettes: { light, dark }, font, textWidth, cut, cutApart, inLines, alpha, number, millions, tip, kinds: {} };
})();

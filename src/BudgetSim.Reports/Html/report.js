// The behaviour of a report page: charts, language, appearance, sorting, filtering, printing.
(() => {
  const root = document.documentElement;
  const drawings = JSON.parse(document.getElementById('charts').textContent);
  const words = JSON.parse(document.getElementById('words').textContent);
  const prefersDark = matchMedia('(prefers-color-scheme: dark)');
  const plots = [...document.querySelectorAll('.plot')].map(place => ({ place, drawing: drawings.find(one => one.id === place.dataset.chart) }));
  // Pixels of a sheet of A4 between its margins, less what stands above and below a chart.
  const paper = { width: 690, height: 880 };

  const themeNow = () => (root.dataset.theme === 'auto' ? (prefersDark.matches ? 'dark' : 'light') : root.dataset.theme);

  const paint = (plot, form) => {
    const width = form.width || plot.place.clientWidth;
    if (!width || typeof echarts === 'undefined') return;
    const drawn = wide => BudgetCharts.draw(plot.drawing, { language: root.dataset.language, theme: form.theme, words, width: Math.max(300, wide), height: 0, bare: true, sheet: form.sheet });
    const natural = drawn(width);
    // A chart that is higher than a sheet is drawn wider and shown smaller, so that no sheet ends in the middle of a row.
    const scale = form.sheet ? Math.max(1, natural.height / form.sheet) : 1;
    const picture = scale > 1 ? drawn(Math.round(width * scale)) : natural;
    if (!plot.chart) plot.chart = echarts.init(plot.place, null, { renderer: 'svg', width: picture.width, height: picture.height });
    else plot.chart.resize({ width: picture.width, height: picture.height, silent: true });
    plot.width = width;
    plot.chart.setOption(picture.option, { notMerge: true, lazyUpdate: false });
    plot.chart.getZr().flush();
    show(plot.place, picture, scale);
  };

  const show = (place, picture, scale) => {
    const svg = place.querySelector('svg');
    const [width, height] = [Math.round(picture.width / scale), Math.round(picture.height / scale)];
    svg.setAttribute('viewBox', `0 0 ${picture.width} ${picture.height}`);
    svg.setAttribute('width', width);
    svg.setAttribute('height', height);
    Object.assign(svg.parentElement.style, { width: `${width}px`, height: `${height}px` });
    place.style.height = `${height}px`;
  };

  const paintAll = (form = { theme: themeNow() }) => plots.forEach(plot => paint(plot, form));

  const say = () => {
    for (const place of document.querySelectorAll('[data-say]')) {
      const text = place.dataset[root.dataset.language];
      if (place.tagName === 'TITLE') document.title = text;
      else place.setAttribute(place.dataset.say, text);
    }
  };

  const choose = (name, value) => {
    root.dataset[name] = value;
    if (name === 'language') root.lang = value === 'zh' ? 'zh-CN' : 'en';
    for (const button of document.querySelectorAll(`[data-set="${name}"]`)) button.setAttribute('aria-pressed', String(button.dataset.to === value));
    say();
    paintAll();
  };

  const shownText = cell => {
    const spans = [...cell.children].filter(child => child.lang);
    const mine = spans.find(child => child.lang.startsWith(root.dataset.language));
    return (mine || cell).textContent;
  };

  const keyOf = cell => {
    if (cell.dataset.v !== undefined) return Number(cell.dataset.v);
    return cell.classList.contains('missing') ? -Infinity : shownText(cell);
  };

  const sort = (table, index, direction) => {
    const body = table.tBodies[0];
    const rows = [...body.rows].map((row, at) => ({ row, at, key: keyOf(row.cells[index]) }));
    const compare = (a, b) => (typeof a === 'number' && typeof b === 'number' ? (a === b ? 0 : a < b ? -1 : 1) : String(a).localeCompare(String(b), root.lang));
    rows.sort((a, b) => direction * compare(a.key, b.key) || a.at - b.at);
    body.append(...rows.map(one => one.row));
  };

  const makeSortable = table => {
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, index) => head.querySelector('button')?.addEventListener('click', () => {
      const descends = head.getAttribute('aria-sort') === 'ascending' || (!head.hasAttribute('aria-sort') && head.classList.contains('n'));
      heads.forEach(one => one.removeAttribute('aria-sort'));
      head.setAttribute('aria-sort', descends ? 'descending' : 'ascending');
      sort(table, index, descends ? -1 : 1);
    }));
  };

  const makeFilterable = input => input.addEventListener('input', () => {
    const wanted = input.value.trim().toLowerCase();
    const rows = [...document.getElementById(input.dataset.table).tBodies[0].rows];
    rows.forEach(row => { row.hidden = wanted !== '' && ![...row.cells].some(cell => shownText(cell).toLowerCase().includes(wanted)); });
    input.parentElement.querySelector('output').textContent = String(rows.filter(row => !row.hidden).length);
  });

  // On paper a table of many columns stands in parts below each other, each beginning with the columns of names.
  const mostBeside = 9;
  const inParts = table => {
    const kinds = [...table.tHead.rows[0].cells].map(head => head.classList.contains('n'));
    const names = Math.max(1, kinds.indexOf(true));
    const rest = kinds.length - names;
    const each = Math.ceil(rest / Math.ceil(rest / mostBeside));
    return Array.from({ length: Math.ceil(rest / each) }, (_, part) => {
      const copy = table.cloneNode(true);
      copy.removeAttribute('id');
      copy.classList.replace('broadest', 'part');
      const isKept = at => at < names || (at >= names + part * each && at < names + (part + 1) * each);
      for (const row of copy.rows) [...row.cells].forEach((cell, at) => { if (!isKept(at)) cell.remove(); });
      return copy;
    });
  };

  const split = () => document.querySelectorAll('table.broadest').forEach(table => {
    const place = table.closest('.wide');
    place.classList.add('split');
    place.after(...inParts(table));
  });
  const join = () => {
    document.querySelectorAll('table.part').forEach(table => table.remove());
    document.querySelectorAll('.split').forEach(place => place.classList.remove('split'));
  };

  document.querySelectorAll('table.searchable').forEach(makeSortable);
  document.querySelectorAll('input[data-table]').forEach(makeFilterable);
  document.querySelectorAll('[data-set]').forEach(button => button.addEventListener('click', () => choose(button.dataset.set, button.dataset.to)));
  document.getElementById('print').addEventListener('click', () => print());
  prefersDark.addEventListener('change', () => paintAll());
  addEventListener('beforeprint', () => { split(); paintAll({ theme: 'light', width: paper.width, sheet: paper.height }); });
  addEventListener('afterprint', () => { join(); paintAll(); });
  const resized = new ResizeObserver(entries => {
    if (matchMedia('print').matches) return;
    for (const entry of entries) {
      const plot = plots.find(one => one.place === entry.target);
      if (Math.abs(entry.contentRect.width - (plot.width || 0)) > 2) paint(plot, { theme: themeNow() });
    }
  });
  plots.forEach(plot => resized.observe(plot.place));

  const wish = name => new RegExp(`[#&]${name}=([a-z]+)`).exec(location.hash)?.[1];
  choose('theme', { light: 'light', dark: 'dark' }[wish('theme')] || root.dataset.theme);
  choose('language', { zh: 'zh', en: 'en' }[wish('language')] || root.dataset.language);
})();

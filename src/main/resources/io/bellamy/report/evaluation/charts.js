// What all charts have in common. Each is made once and then told anew what to show.
const charts = new Map();

function axis(title, type, ticks) {
  return {
    type,
    title: { display: true, text: title, color: ink('ink') },
    ticks: { color: ink('soft'), ...ticks },
    grid: { color: ink('line') },
    border: { color: ink('soft') },
  };
}

/** Ticks of a logarithmic axis at round numbers only, the fewer the longer it is: more would run into each other. */
function sparse(text, [least, most], room) {
  const steps = Math.log10(most / least) > room ? [1] : [1, 2, 5];
  return {
    autoSkip: false,
    maxRotation: 0,
    callback: value => {
      const leading = value / 10 ** Math.floor(Math.log10(value) + 1e-9);
      return steps.some(step => Math.abs(leading - step) < 1e-6) ? text(value) : null;
    },
  };
}

function draw(canvas, type, datasets, scales, label) {
  const options = {
    animation: false,
    maintainAspectRatio: false,
    scales,
    plugins: {
      legend: { display: false },
      tooltip: { filter: item => item.dataset.tells !== false, callbacks: { label } },
    },
  };
  const chart = charts.get(canvas);
  if (chart) {
    chart.data.datasets = datasets;
    chart.options = options;
    chart.update();
  } else {
    charts.set(canvas, new Chart(canvas, { type, data: { datasets }, options }));
  }
}

function drawCurves() {
  const { name, of, text, signed } = state.measure;
  const logarithmic = state.logarithmic && !signed;
  // the same range on both sides, so that they can be compared
  const all = kinds.flatMap(figures).filter(cell => !state.hidden.has(cell.method)).map(of)
    .filter(value => Number.isFinite(value) && (signed || value > 0));
  kinds.forEach(kind => {
    const cells = figures(kind);
    const datasets = shown().map(method => ({
      label: method,
      data: cells.filter(cell => cell.method === method && Number.isFinite(of(cell))).map(cell => ({ x: cell.n, y: of(cell) })),
      ...look(method),
      borderWidth: 2.5,
      pointRadius: 5,
      pointHoverRadius: 8,
    }));
    const range = all.length > 0 ? [Math.min(...all) * 0.9, Math.max(...all) * 1.1] : [0.01, 1];
    const y = axis(text === seconds ? 'error, ' + name.replace(', seconds', '') + ' [s]' : 'error, ' + name,
      logarithmic ? 'logarithmic' : 'linear', logarithmic ? sparse(text, range, 2.5) : { callback: text });
    y.suggestedMin = logarithmic ? range[0] : Math.min(0, ...all);
    y.suggestedMax = range[1];
    const x = axis('number of training points n', 'linear', { stepSize: 1, precision: 0 });
    x.suggestedMin = Math.min(...data.figures.map(cell => cell.n));
    x.suggestedMax = Math.max(...data.figures.map(cell => cell.n));
    draw(document.getElementById('curve-' + kind), 'line', datasets, { x, y },
      item => `${item.dataset.label}: ${text(item.parsed.y)}`);
  });
}

function drawCoverage(n) {
  kinds.forEach(kind => {
    const cells = figures(kind).filter(cell => cell.n === n && cell.coverage.length > 0);
    const datasets = shown().filter(method => cells.some(cell => cell.method === method)).map(method => ({
      label: method,
      data: cells.filter(cell => cell.method === method)
        .flatMap(cell => cell.coverage.map(level => ({ x: level.level, y: level.inside }))),
      ...look(method),
      borderWidth: 2.5,
      pointRadius: 5,
    }));
    datasets.push(identity([0, 1]));
    const x = { ...axis('probability asked for', 'linear', { callback: percent }), min: 0, max: 1 };
    const y = { ...axis('runtimes inside the interval', 'linear', { callback: percent }), min: 0, max: 1 };
    draw(document.getElementById('coverage-' + kind), 'line', datasets, { x, y },
      item => `${item.dataset.label}: ${percent(item.parsed.y)} inside, ${percent(item.parsed.x)} asked for`);
  });
}

/** A frame for a chart of each kind of question. */
function frames(id, prefix) {
  fill(id, kinds.map(kind => {
    const figure = element('figure');
    const frame = element('div', undefined, 'frame');
    const canvas = element('canvas');
    canvas.id = prefix + kind;
    frame.append(canvas);
    figure.append(element('figcaption', capital(kind)), frame);
    return figure;
  }));
}

/** A line of slope one, or parallel to it on logarithmic axes. */
function identity([from, to], factor = 1) {
  return {
    type: 'line',
    label: '',
    tells: false,
    data: [{ x: from, y: from * factor }, { x: to, y: to * factor }],
    borderColor: ink('soft'),
    borderWidth: 1,
    borderDash: factor === 1 ? [] : [4, 4],
    pointRadius: 0,
    pointHitRadius: 0,
  };
}

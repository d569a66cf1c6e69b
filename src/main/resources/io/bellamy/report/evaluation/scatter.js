// Predicted against actual, a panel for each method. A point is [algorithm, kind, n, context, actual, predicted], the first,
// second and fourth by number.
const panels = new Map();
const scatterColours = () => [colour(0), colour(1)];

function drawScatter(n) {
  const wanted = state.algorithm === ALL ? -1 : data.algorithms.indexOf(state.algorithm);
  const chosen = points => points.filter(point => (wanted < 0 || point[0] === wanted) && (n < 0 || point[2] === n));
  const visible = new Map(shown().map(method => [method, chosen(data.points[names.indexOf(method)])]));
  // one range for all panels and both axes, or they can't be compared; set by what was measured, so that a method that
  // is off by orders of magnitude doesn't shrink the rest to a dot
  let [least, most] = [Infinity, 0];
  visible.forEach(points => points.forEach(point => {
    least = Math.min(least, point[4]);
    most = Math.max(most, point[4]);
  }));
  const range = least <= most ? [least / 3, most * 3] : [1, 10];
  names.forEach(method => {
    const panel = panels.get(method) ?? madePanel(method);
    panel.figure.hidden = !visible.has(method);
    if (visible.has(method)) {
      drawPanel(panel, visible.get(method), range);
    }
  });
}

function madePanel(method) {
  const panel = { figure: element('figure'), canvas: element('canvas'), note: element('small') };
  const frame = element('div', undefined, 'frame');
  frame.append(panel.canvas);
  panel.figure.append(element('figcaption', method), frame, panel.note);
  document.getElementById('scatter').append(panel.figure);
  panels.set(method, panel);
  return panel;
}

function drawPanel(panel, points, range) {
  const datasets = kinds.map((kind, index) => ({
    label: kind,
    data: points.filter(point => point[1] === index)
      .map(point => ({ x: point[4], y: clipped(point[5], range), point })),
    pointStyle: index === 0 ? 'circle' : 'crossRot',
    backgroundColor: scatterColours()[index] + '80',
    borderColor: scatterColours()[index] + '80',
    pointRadius: 2,
  }));
  datasets.push(identity(range), identity(range, 2), identity(range, 0.5));
  const scale = title => ({ ...axis(title, 'logarithmic', sparse(value => String(Number(value.toPrecision(6))), range, 1.5)),
    min: range[0], max: range[1] });
  draw(panel.canvas, 'scatter', datasets, { x: scale('actual [s]'), y: scale('predicted [s]') }, item => {
    const [algorithm, , n, context, actual, predicted] = item.raw.point;
    return [`${item.dataset.label}, n = ${n}: predicted ${seconds(predicted)}, actual ${seconds(actual)}`,
      data.algorithms[algorithm], data.contexts[context]];
  });
  const beyond = points.filter(point => clipped(point[5], range) !== point[5]).length;
  panel.note.textContent = points.length + ' points' + (beyond > 0 ? `, ${beyond} beyond the panel, at its edge` : '');
}

function clipped(value, range) {
  return Math.min(Math.max(value, range[0]), range[1]);
}

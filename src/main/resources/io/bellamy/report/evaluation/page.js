// Puts it together: what is chosen, and what is drawn anew then.
window.addEventListener('error', event => {
  const alarm = document.getElementById('alarm');
  alarm.textContent = 'A part of this page could not be drawn: ' + event.message;
  alarm.hidden = false;
});

const allNumbers = numbers(data.figures);
const middle = allNumbers[Math.floor(allNumbers.length / 2)];
const own = { scatter: -1, coverage: middle, worst: { method: names[0], kind: kinds[kinds.length - 1], n: middle } };
const parts = {
  curves: () => drawCurves(),
  tables: () => drawTables(),
  scatter: () => drawScatter(own.scatter),
  worst: () => drawWorst(own.worst.method, own.worst.kind, own.worst.n),
  coverage: () => drawCoverage(own.coverage),
};

function redraw(...which) {
  (which.length > 0 ? which : Object.keys(parts)).forEach(part => parts[part]());
  document.documentElement.dataset.charts = charts.size;
}

function legend() {
  document.querySelectorAll('#legend button').forEach(button => button.remove());
  document.getElementById('legend').append(...names.map(method => {
    const button = element('button');
    button.type = 'button';
    button.setAttribute('aria-pressed', String(!state.hidden.has(method)));
    button.append(swatch(method), element('span', method));
    button.addEventListener('click', () => {
      if (!state.hidden.delete(method)) {
        state.hidden.add(method);
      }
      button.setAttribute('aria-pressed', String(!state.hidden.has(method)));
      redraw('curves', 'scatter', 'coverage');
    });
    return button;
  }));
}

function repaint() {
  legend();
  redraw();
}

function controls() {
  const several = data.algorithms.length > 1;
  const algorithms = data.algorithms.map(name => [name, name]);
  state.algorithm = several ? ALL : data.algorithms[0] ?? ALL;
  choices('algorithm', several ? [['all algorithms', ALL], ...algorithms] : algorithms,
    value => { state.algorithm = value; redraw(); });
  choices('measure', measures.map(measure => [measure.name, measure]),
    value => { state.measure = value; redraw('curves', 'tables'); });
  document.getElementById('logarithmic').addEventListener('change', event => {
    state.logarithmic = event.target.checked;
    redraw('curves');
  });
  const points = allNumbers.map(n => ['n = ' + n, n]);
  choices('scatter-n', [['any n', -1], ...points], value => { own.scatter = value; redraw('scatter'); });
  choices('coverage-n', points, value => { own.coverage = value; redraw('coverage'); }).choose(middle);
  choices('worst-method', names.map(name => [name, name]), value => { own.worst.method = value; redraw('worst'); });
  choices('worst-kind', kinds.map(kind => [kind, kind]), value => { own.worst.kind = value; redraw('worst'); })
    .choose(own.worst.kind);
  choices('worst-n', points, value => { own.worst.n = value; redraw('worst'); }).choose(middle);
}

describe();
controls();
frames('curves', 'curve-');
frames('coverages', 'coverage-');
if (!byPoints) {
  document.getElementById('curves-body').hidden = true;
  document.querySelectorAll('.by-points').forEach(control => { control.hidden = true; });
  parts.curves = () => {};
}
if (!data.figures.some(cell => cell.coverage.length > 0)) {
  document.getElementById('coverage-body').replaceChildren(element('p', 'No method here gives intervals.'));
  parts.coverage = () => {};
}
repaint();
darkness.addEventListener('change', repaint);
window.addEventListener('beforeprint', () => { printing = true; repaint(); });
window.addEventListener('afterprint', () => { printing = false; repaint(); });
// at the very end: whoever finds it knows that nothing failed before
document.documentElement.dataset.rendered = 'yes';

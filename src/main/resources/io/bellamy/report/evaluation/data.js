// What the page shows and how it is chosen. Text from the data reaches the page through textContent only.
const data = JSON.parse(document.getElementById('data').textContent);
const { kinds } = data;
const ALL = '(all)';

const plain = value => String(Number(value.toPrecision(3)));
const measures = [
  { name: 'mean, relative', of: cell => cell.relative_error.mean, text: percent, digits: 3 },
  { name: 'median, relative', of: cell => cell.relative_error.median, text: percent, digits: 3 },
  { name: '90th percentile, relative', of: cell => cell.relative_error.percentile_90, text: percent, digits: 3 },
  { name: 'mean, seconds', of: cell => cell.absolute_error_seconds.mean, text: seconds, digits: 1 },
  { name: 'median, seconds', of: cell => cell.absolute_error_seconds.median, text: seconds, digits: 1 },
  { name: '90th percentile, seconds', of: cell => cell.absolute_error_seconds.percentile_90, text: seconds, digits: 1 },
  { name: 'mean, |ln predicted - ln actual|', of: cell => cell.log_error.mean, text: plain, digits: 3 },
  { name: 'median, |ln predicted - ln actual|', of: cell => cell.log_error.median, text: plain, digits: 3 },
  { name: 'mean, ln predicted - ln actual', of: cell => cell.log_bias, text: plain, digits: 3, signed: true },
  { name: 'mean score of the 90 % interval', of: cell => cell.interval_score_90 ?? NaN, text: plain, digits: 3 },
];

// next runs are not asked about by a number of training points
const byPoints = data.protocol.name !== 'next-run';

const names = data.methods.map(method => method.name);
const state = { algorithm: ALL, measure: measures[0], hidden: new Set(), logarithmic: true };

const distinct = values => [...new Set(values)];
const shown = () => names.filter(name => !state.hidden.has(name));

function figures(kind) {
  return data.figures.filter(cell => cell.algorithm === state.algorithm && cell.kind === kind);
}

function numbers(cells) {
  return distinct(cells.map(cell => cell.n)).sort((a, b) => a - b);
}

/** A number for people: as many digits as tell something. */
function rounded(value, digits) {
  if (!Number.isFinite(value)) {
    return '-';
  }
  return value >= 1e6 ? value.toExponential(1) : value.toFixed(value >= 1000 ? 0 : digits);
}

function capital(word) {
  return word[0].toUpperCase() + word.slice(1);
}

/** A share in percent, or, where that would be a long number, as so many times the whole. */
function percent(value) {
  return value >= 10 ? (value >= 1e6 ? value.toExponential(0) : Number(value.toPrecision(3))) + ' x'
    : Number((100 * value).toPrecision(3)) + ' %';
}

function seconds(value) {
  return value >= 1e6 ? value.toExponential(1) + ' s' : Number(value.toPrecision(4)) + ' s';
}

function element(name, text, className) {
  const made = document.createElement(name);
  if (text !== undefined) {
    made.textContent = text;
  }
  if (className) {
    made.className = className;
  }
  return made;
}

function fill(id, children) {
  document.getElementById(id).replaceChildren(...children);
}

/** Fills a selection with [text, value] and tells of a change. */
function choices(id, options, changed) {
  const select = document.getElementById(id);
  select.replaceChildren(...options.map(([text], index) => {
    const option = element('option', text);
    option.value = index;
    return option;
  }));
  select.addEventListener('change', () => changed(options[Number(select.value)][1]));
  return { choose: value => { select.value = options.findIndex(option => option[1] === value); } };
}

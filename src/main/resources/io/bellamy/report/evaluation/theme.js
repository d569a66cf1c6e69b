// Colours that people with colour-blindness tell apart (Okabe and Ito), lightened for a dark page; dashes and the shapes of
// points say the same again.
const palettes = {
  light: ['#0072b2', '#d55e00', '#009e73', '#b4568c', '#b07800', '#3a9bd9', '#4d4d4d', '#8a7f00'],
  dark: ['#4c9fe0', '#ff8a4c', '#2cc79a', '#e59bc6', '#f0b429', '#9ad4ff', '#d0d0d0', '#f0e442'],
};
const dashes = [[], [8, 3], [2, 3], [8, 3, 2, 3], [14, 4]];
const shapes = ['circle', 'triangle', 'rect', 'rectRot', 'crossRot', 'star', 'cross'];

const darkness = window.matchMedia('(prefers-color-scheme: dark)');
let printing = false;

function colour(index) {
  const palette = darkness.matches && !printing ? palettes.dark : palettes.light;
  return palette[index % palette.length];
}

/** How a method is drawn, the same everywhere. */
function look(method) {
  const index = names.indexOf(method);
  return {
    borderColor: colour(index),
    backgroundColor: colour(index),
    borderDash: dashes[index % dashes.length],
    pointStyle: shapes[index % shapes.length],
  };
}

function ink(name) {
  return getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim();
}

const SVG = 'http://www.w3.org/2000/svg';

function swatch(method) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('width', '34');
  svg.setAttribute('height', '10');
  svg.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS(SVG, 'line');
  const drawn = look(method);
  Object.entries({ x1: 0, y1: 5, x2: 34, y2: 5, stroke: drawn.borderColor, 'stroke-width': 2.5,
    'stroke-dasharray': drawn.borderDash.join(' ') }).forEach(([name, value]) => line.setAttribute(name, value));
  svg.append(line);
  return svg;
}

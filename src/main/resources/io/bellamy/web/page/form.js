// The form of a request: usual values in, a request out, and what is wrong with it beside the fields that it is of.

import { byId, element, fill } from './elements.js';

/** Keys of a request with their fields, where these are always there. */
const FIXED = { min_scale_out: 'least', max_scale_out: 'most', objective: 'objective', max_runtime: 'deadline', max_cost: 'budget', confidence: 'confidence', interval: 'interval' };

/** As a number, where it is one; else as it was written, so that the service says what is wrong with it. */
function number(text) {
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : text;
}

/** A field with a label of any text, and a place for what is wrong with it. */
function field(id, label, key, attributes, ...more) {
  return element('div', { class: 'field', 'data-key': key }, element('label', { for: id }, label), element('input', { id, ...attributes }), ...more);
}

export class RequestForm {
  #job = null;
  #prices = null;

  /** Fills the fields in with what is usual of a job. */
  show(job, prices) {
    this.#job = job;
    this.#prices = prices;
    const usual = job.usual_request;
    byId('request').reset();
    byId('least').value = usual.min_scale_out;
    byId('most').value = usual.max_scale_out;
    byId('currency').value = prices?.currency ?? '';
    this.#showMachines(usual.essential_properties[job.machine_type_property] ?? '');
    const names = Object.keys(usual.essential_properties).filter((name) => name !== job.machine_type_property);
    fill(byId('properties'), names.map((name, i) => this.#property(name, i, usual.essential_properties[name])));
    this.clear();
  }

  #property(name, i, value) {
    const id = `property-${i}`;
    const known = this.#job.known_values[name] ?? [];
    const made = field(id, name, `essential_properties.${name}`, { 'data-property': name, list: `${id}-known`, autocomplete: 'off', spellcheck: 'false' });
    made.append(element('datalist', { id: `${id}-known` }, known.map((one) => element('option', { value: one }))));
    made.querySelector('input').value = value;
    return made;
  }

  #showMachines(usual) {
    const property = this.#job.machine_type_property;
    byId('machines-field').hidden = property === undefined;
    const known = property === undefined ? [] : this.#job.known_values[property];
    const types = known.includes(usual) || usual === '' ? known : [usual, ...known];
    const rows = types.map((type, i) => this.#machine(type, i, type === usual));
    rows.push(
      element(
        'div',
        { class: 'machine' },
        field('machine-other', 'another', 'machine_types', { autocomplete: 'off', spellcheck: 'false' }),
        this.#price('machine-other-price', 'another machine type', ''),
      ),
    );
    fill(byId('machines'), rows);
  }

  #machine(type, i, chosen) {
    const box = element('input', { type: 'checkbox', id: `machine-${i}`, 'data-machine': type });
    box.checked = chosen;
    const given = this.#prices?.per_hour[type];
    return element(
      'div',
      { class: 'machine', 'data-key': `machine_types.${type}` },
      element('span', { class: 'choice' }, box, element('label', { for: `machine-${i}` }, type)),
      this.#price(`machine-${i}-price`, type, given === undefined ? '' : String(given)),
    );
  }

  #price(id, type, value) {
    const input = element('input', { id, class: 'price', inputmode: 'decimal', size: 7, 'aria-label': `price of ${type} for an hour`, placeholder: 'price/h' });
    input.value = value;
    return element('div', { class: 'field', 'data-key': `prices.per_hour.${type}` }, input);
  }

  /** The request that is written in the fields. */
  request() {
    const request = { training_target: this.#job.training_target, algorithm: this.#job.algorithm, essential_properties: {} };
    for (const [key, id] of Object.entries(FIXED)) {
      const text = byId(id).value.trim();
      if (text !== '') {
        request[key] = key === 'objective' ? text : number(text);
      }
    }
    for (const input of byId('properties').querySelectorAll('input')) {
      request.essential_properties[input.dataset.property] = input.value;
    }
    this.#putMachines(request);
    return request;
  }

  #putMachines(request) {
    const chosen = [...byId('machines').querySelectorAll('input[data-machine]')].map((box, i) => ({ type: box.dataset.machine, chosen: box.checked, price: byId(`machine-${i}-price`).value.trim() }));
    const other = byId('machine-other').value.trim();
    if (other !== '') {
      chosen.push({ type: other, chosen: true, price: byId('machine-other-price').value.trim() });
    }
    const types = chosen.filter((one) => one.chosen).map((one) => one.type);
    // what a machine has is usual of its own type only
    const { essential_properties: usual, optional_properties_per_node: size } = this.#job.usual_request;
    const own = (type) => (size !== undefined && type === usual[this.#job.machine_type_property] ? { optional_properties_per_node: size } : {});
    if (types.length === 1) {
      request.essential_properties[this.#job.machine_type_property] = types[0];
      Object.assign(request, own(types[0]));
    } else if (types.length > 1) {
      request.machine_types = Object.fromEntries(types.map((type) => [type, own(type)]));
    } else if (this.#job.machine_type_property === undefined) {
      Object.assign(request, own(undefined));
    }
    const priced = chosen.filter((one) => one.price !== '');
    if (priced.length > 0) {
      request.prices = { per_hour: Object.fromEntries(priced.map((one) => [one.type, number(one.price)])) };
      const currency = byId('currency').value.trim();
      if (currency !== '') {
        request.prices.currency = currency;
      }
      if (this.#prices !== null) {
        request.prices.minimum_seconds = this.#prices.minimum_seconds;
      }
    }
  }

  clear() {
    clearProblems(byId('request'));
  }

  /** Says what is wrong: beside its field, where it is of one. */
  tell(problem, focus) {
    tellProblem(byId('request'), problem, focus);
  }
}

/** Takes away what was told before. */
export function clearProblems(form) {
  form.querySelectorAll('.wrong[data-told]').forEach((told) => told.remove());
  form.querySelectorAll('[aria-invalid]').forEach((input) => {
    input.removeAttribute('aria-invalid');
    input.removeAttribute('aria-describedby');
  });
  fill(form.querySelector('[role=alert]'));
}

/** What is wrong, without the place in a file that nobody has written. */
function words(error, of) {
  const place = error.file === undefined ? '' : `${error.file}${error.line === undefined ? '' : `:${error.line}`}: `;
  let text = error.message.startsWith(place) ? error.message.slice(place.length) : error.message;
  if (of && text.startsWith(`${error.key}: `)) {
    text = text.slice(error.key.length + 2);
  }
  return text;
}

/** Tells problems of a form, each beside its field, the others together; the first field that is wrong may be gone to. */
export function tellProblem(form, problem, focus) {
  clearProblems(form);
  const fields = [...form.querySelectorAll('[data-key]')];
  const others = [];
  let first = null;
  for (const error of problem.errors) {
    const place = fields.find((one) => one.dataset.key === error.key);
    const input = place?.querySelector('input, select');
    if (!input || input.hasAttribute('aria-invalid') || !input.id) {
      others.push(words(error, false));
      continue;
    }
    const id = `${input.id}-wrong`;
    place.append(element('p', { class: 'wrong', id, 'data-told': true }, words(error, true)));
    input.setAttribute('aria-invalid', 'true');
    input.setAttribute('aria-describedby', id);
    first ??= input;
  }
  fill(form.querySelector('[role=alert]'), others.map((text) => element('p', {}, text)));
  if (focus && first !== null) {
    first.focus();
  }
}

// The search page: it fetches the engine and the pieces of the index that a search wants, keeps the address in
// step, and shows what is found. What comes from the address or a document goes into the page as text only.

const finder = document.querySelector('.finder');
const form = document.querySelector('#_form');
const sheet = finder.querySelector('.facets');
const facets = [...finder.querySelectorAll('[data-facet]')];
const found = finder.querySelector('.found');
const summary = document.querySelector('#result-count');
const tools = finder.querySelector('.result-tools');
const toResults = finder.querySelector('.to-results');
const results = document.querySelector('#results');
const pages = finder.querySelector('.pagination');
const words = document.querySelector('#_words').dataset;
const title = document.title;
/** Where the archive is, as citations have it. */
const home = document.querySelector('link[rel=canonical]')?.href ?? location.href;

// MARK: The engine

/** Why there is no answer; the message is the key of the words for it. */
class Failure extends Error {}

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', {ignoreBOM: true});
let engine;
/** The end of the request that the engine has now; the next has to wait for it. */
let turn = Promise.resolve();
/** How files are fetched: past the browser's cache after a failure. */
let cache = 'default';

async function fetched(address, signal) {
  const response = await fetch(address, {cache, signal}).catch(() => { throw new Failure('offline'); });
  if (!response.ok) throw new Failure('missing');
  return response;
}

async function unzipped(bytes) {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer().catch(() => { throw new Failure('damaged'); }));
}

async function piece(path, signal) {
  const response = await fetched(finder.dataset.index + path, signal);
  return unzipped(await response.arrayBuffer().catch(() => { throw new Failure('offline'); }));
}

async function started() {
  const response = await fetched(finder.dataset.engine);
  // A server that does not know the type of the file keeps the browser from compiling it as it comes.
  const {instance} = await WebAssembly.instantiateStreaming(response.clone())
    .catch(async () => WebAssembly.instantiate(await response.arrayBuffer()));
  const manifest = Uint8Array.from(atob(finder.dataset.manifest), digit => digit.charCodeAt(0));
  call(instance.exports, 'open', await unzipped(manifest));
  return instance.exports;
}

/** Calls an export with bytes and gives its reply: whether pieces are wanted, and text. */
function call(exports, name, bytes, ...before) {
  const place = exports.allocate(bytes.length);
  new Uint8Array(exports.memory.buffer, place, bytes.length).set(bytes);
  const reply = exports[name](...before, place, bytes.length);
  exports.release(place, bytes.length);
  const [kind, length] = new Uint32Array(exports.memory.buffer, reply, 2);
  const text = decoder.decode(new Uint8Array(exports.memory.buffer, reply + 8, length));
  exports.release(reply, 8 + length);
  if (kind === 2) throw new Failure(text);
  return {isWaiting: kind === 1, text};
}

/** What the engine answers; it has one request at a time. One that is dropped frees it at once. */
function answer(request, signal) {
  const reply = turn.then(() => computed(request, signal));
  turn = reply.catch(() => {});
  return reply;
}

async function computed(request, signal) {
  signal?.throwIfAborted();
  engine ??= started();
  try {
    const exports = await engine;
    for (;;) {
      signal?.throwIfAborted();
      const {isWaiting, text} = call(exports, 'search', encoder.encode(request));
      if (!isWaiting) return text;
      const pieces = await Promise.all(text.trim().split('\n').map(path => piece(path, signal)));
      pieces.forEach((bytes, number) => call(exports, 'supply', bytes, number));
    }
  } catch (error) {
    // What was dropped has broken nothing.
    if (!signal?.aborted) engine = undefined;
    throw error instanceof Failure ? error : new Failure('broken', {cause: error});
  }
}

// MARK: The address

const names = facets.map(facet => facet.dataset.facet);

/** What is asked for, and nothing else that an address may hold. */
function asked() {
  const address = new URLSearchParams(location.search);
  const request = new URLSearchParams();
  for (const name of ['q', 'from', 'to', 'sort', 'expand', 'page'])
    if (address.get(name)?.trim()) request.set(name, address.get(name));
  for (const name of names) for (const value of address.getAll(name)) if (value) request.append(name, value);
  return request;
}

const filters = request => [...names, 'from', 'to'].filter(name => request.has(name));

/** The address of another search, as a link of this page has it. */
function changed(request, changes) {
  const next = new URLSearchParams(request);
  next.delete('page');
  for (const [name, value] of Object.entries(changes)) value ? next.set(name, value) : next.delete(name);
  return '?' + next;
}

/** The address of what the form says. A facet that is not shown yet stays as it is. */
function written() {
  const before = asked();
  const next = new URLSearchParams();
  const field = name => form.elements[name].value.trim();
  if (field('q')) next.set('q', field('q'));
  for (const facet of facets) {
    const name = facet.dataset.facet;
    const values = facet.items
      ? [...facet.items.values()].filter(item => item.box.checked).map(item => item.box.value)
      : before.getAll(name);
    for (const value of values) next.append(name, value);
  }
  for (const name of ['from', 'to', 'sort']) if (field(name)) next.set(name, field(name));
  if (before.has('expand') && before.get('q') === field('q')) next.set('expand', before.get('expand'));
  return '?' + next;
}

function go(address) {
  if (address !== location.search) history.pushState(null, '', address === '?' ? location.pathname : address);
  search();
}

function fillForm() {
  const request = asked();
  for (const name of ['q', 'from', 'to']) form.elements[name].value = request.get(name) ?? '';
  form.elements.sort.value = request.get('sort') === 'date' ? 'date' : '';
  for (const facet of facets)
    for (const [id, {box}] of facet.items ?? []) box.checked = request.getAll(facet.dataset.facet).includes(id);
}

// MARK: A search

/** Drops the search that is going on. */
let current = new AbortController();

async function search() {
  current.abort();
  current = new AbortController();
  const {signal} = current;
  const request = asked();
  const isAsked = request.has('q') || filters(request).length > 0;
  showTitle(request);
  found.ariaBusy = isAsked;
  if (isAsked && !summary.hasChildNodes()) summary.append(said('searching'));
  try {
    // The documents first, then what else counts need.
    const reply = isAsked
      ? JSON.parse(await answer(`${request}&facets=none&passages=3&snippet=240`, signal)) : undefined;
    show(reply, request);
    const {facets: counts} = JSON.parse(await answer(`${request}&facets=all&limit=0`, signal));
    showFacets(counts);
    showTitle(request, counts);
    cache = 'default';
  } catch (failure) {
    if (!signal.aborted) showFailure(failure);
  }
}

async function download() {
  summary.querySelector('.trouble')?.remove();
  const base = encodeURIComponent(new URL(home).origin);
  try {
    const table = await answer(`${asked()}&format=csv&base=${base}`);
    const address = URL.createObjectURL(new Blob([table], {type: 'text/csv'}));
    make('a', {href: address, download: 'search-results.csv'}).click();
    setTimeout(() => URL.revokeObjectURL(address), 10000);
    cache = 'default';
  } catch (failure) {
    summary.append(trouble(failure, download));
  }
}

// MARK: What is shown

function make(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const attribute in attributes) element.setAttribute(attribute, attributes[attribute]);
  element.append(...children);
  return element;
}

/** A phrase with values, which are texts or elements, in the places of %1 and so on. */
const phrase = (key, ...values) => words[key].split(/%(\d)/).map((part, index) => index % 2 ? values[part - 1] : part);
const said = (key, ...values) => make('p', {}, ...phrase(key, ...values));
const link = (href, text) => make('a', {href}, text);
/** A link to a place in the archive; paper has its whole address. */
const place = (href, attributes, text) => make('a', {href, 'data-address': new URL(href, home), ...attributes}, text);

function counted(total) {
  const form = total === 1 ? words.one : total === 2 ? words.two : words.many;
  return form.replace('%d', total.toLocaleString(document.documentElement.lang));
}

/** Names the page by what is searched for: the words and the filters, by their names as soon as they are known. */
function showTitle(request, counts = {}) {
  const name = (facet, id) => counts[facet]?.find(value => value.id === id)?.name ?? id;
  const parts = [request.get('q') ?? '', ...names.flatMap(facet => request.getAll(facet).map(id => name(facet, id)))];
  if (request.has('from') || request.has('to')) parts.push(`${request.get('from') ?? ''}–${request.get('to') ?? ''}`);
  const topic = parts.filter(Boolean).join(', ');
  document.title = topic ? `${topic} - ${title}` : title;
  // Paper says it above every page.
  document.documentElement.dataset.running = document.title;
}

function show(reply, request) {
  found.ariaBusy = false;
  results.hidden = tools.hidden = toResults.hidden = !reply?.total;
  toResults.firstElementChild.replaceChildren(...phrase('show', counted(reply?.total ?? 0)));
  results.replaceChildren(...reply?.hits.map(hit) ?? []);
  showPages(reply?.page, pageCount(reply?.total ?? 0), request);
  summary.replaceChildren(...reply ? remarks(reply, request) : [said('empty')]);
}

/** What is said of the results, the most useful first. */
function remarks(reply, request) {
  const {total, partial, suggestions, places, notes} = reply;
  if (notes.some(({note}) => note === 'empty')) return [said('empty')];
  return [
    heading(reply, request),
    ...places.map(aboutPlace),
    ...partial ? [said('partial')] : [],
    ...suggestions.map(({from, to, query}) => said('suggestion', from, link(changed(request, {q: query}), to))),
    ...notes.map(note => aboutNote(note, request)),
    ...total || places.length || notes.some(({note}) => note === 'apart') ? [] : advice(request),
    ...abbreviations(reply, request),
  ];
}

const pageCount = total => Math.ceil(total / 10);

function heading({total, page}, request) {
  const count = page > 1 ? phrase('onPage', counted(total), page, pageCount(total)) : [counted(total)];
  const clear = changed(request, Object.fromEntries(filters(request).map(name => [name, ''])));
  return make('p', {},
    make('strong', {}, ...total ? count : [words.none]),
    ...filters(request).length ? [' ', link(clear, words.clear)] : []);
}

function aboutPlace({name, url, 'area-name': areaName}) {
  const area = link(url, areaName);
  return name === areaName ? said('about', area) : said('place', name, area);
}

function aboutNote({note, field, value = ''}, request) {
  const legend = facets.find(facet => facet.dataset.facet === field)?.firstElementChild.textContent;
  const whole = {q: value, kind: '', agency: '', criterion: ''};
  switch (note) {
    case 'apart': return said('apart', link(changed(request, whole), words.whole));
    case 'unknown-value': return said('unknownValue', legend, value);
    default: return said({'too-long': 'tooLong', 'no-date': 'noDate', 'no-range': 'noYears', 'unknown-field': 'unknownField'}[note], value);
  }
}

/** What may find more; of filters only where there are some. */
const advice = request => [
  ...request.has('q') ? [said('advice')] : [],
  ...filters(request).length ? [said('fewerFilters')] : [],
];

/** What abbreviations added, with the way to leave it, or the way back. */
function abbreviations({expanded, unexpanded}, request) {
  const all = expanded.map(({from, to}) => said('expanded', to, from));
  all.at(-1)?.append(' ', link(changed(request, {expand: 'no'}), words.asTyped));
  if (unexpanded.length) {
    const more = phrase('expand', unexpanded.map(({to}) => `“${to}”`).join(', ')).join('');
    all.push(said('unexpanded', link(changed(request, {expand: ''}), more)));
  }
  return all;
}

function hit(hit) {
  const facts = [hit.type, hit.area, make('time', {datetime: hit.date}, hit.day), hit['wording-name']];
  return make('li', {},
    make('h2', {}, place(hit.url, {}, hit.title)),
    make('p', {class: 'detail dots'}, ...facts.filter(Boolean).flatMap(fact => [make('span', {}, fact), ' '])),
    hit.passages.length
      ? make('ul', {class: 'passages'}, ...hit.passages.map(passage))
      : make('p', {}, hit.summary));
}

function passage({url, kind, text, marks, 'kind-name': name}) {
  return make('li', {class: `finding-item finding-${kind}`},
    place(url, {class: 'finding-kind'}, name || words[kind === 'summary' ? 'summary' : 'text']),
    make('p', {}, ...marked(text, marks)));
}

/** The text with its marks, which are places in its bytes. */
function marked(text, marks) {
  const bytes = encoder.encode(text);
  const part = (from, to) => decoder.decode(bytes.subarray(from, to));
  const parts = [];
  let end = 0;
  for (const [from, to] of marks) {
    parts.push(part(end, from), make('mark', {}, part(from, to)));
    end = to;
  }
  return [...parts, part(end)];
}

/** The first page, the last and the neighbours, as other lists of the site have them. */
function showPages(page, count, request) {
  pages.hidden = count < 2;
  const at = number => changed(request, {page: number > 1 ? String(number) : ''});
  const list = make('ol', {});
  for (let number = 1; number <= count; number++) {
    const isNear = number === 1 || number === count || Math.abs(number - page) <= 1;
    if (!isNear && list.lastChild?.textContent !== '…') list.append(make('li', {}, '…'));
    if (!isNear) continue;
    const to = link(at(number), number);
    to.ariaLabel = `${words.page} ${number}`;
    if (number === page) to.ariaCurrent = 'page';
    list.append(make('li', {}, to));
  }
  const before = page > 1 ? [make('a', {rel: 'prev', href: at(page - 1)}, words.previous)] : [];
  const after = page < count ? [make('a', {rel: 'next', href: at(page + 1)}, words.next)] : [];
  pages.replaceChildren(...before, list, ...after);
}

function showFailure(failure) {
  found.ariaBusy = false;
  results.hidden = tools.hidden = pages.hidden = toResults.hidden = true;
  results.replaceChildren();
  summary.replaceChildren(trouble(failure, search));
}

/** What went wrong, with a button that tries it again. */
function trouble({message}, again) {
  const button = make('button', {type: 'button'}, words.retry);
  const told = make('div', {class: 'trouble'}, said(message), button);
  // What is missing is so because the page is older than the index.
  const isOld = ['missing', 'newer'].includes(message);
  button.onclick = () => {
    if (isOld) return location.reload();
    told.remove();
    goToResults();
    again();
  };
  cache = 'reload';
  return told;
}

/** Where the results begin is read next, and in sight. */
function goToResults(block = 'nearest') {
  summary.focus({preventScroll: true});
  summary.scrollIntoView({block});
}

// MARK: Facets

const shown = 8;

function showFacets(counts) {
  const focus = sheet.contains(document.activeElement) ? document.activeElement : undefined;
  const top = focus?.getBoundingClientRect().top;
  for (const facet of facets) showFacet(facet, counts[facet.dataset.facet]);
  sheet.querySelector('.facet-years').hidden = false;
  const chosen = sheet.querySelectorAll(':checked').length;
  sheet.firstElementChild.dataset.chosen = chosen ? ` (${chosen})` : '';
  // What the reader has just chosen stays where it is.
  if (focus?.isConnected) scrollBy({top: focus.getBoundingClientRect().top - top, behavior: 'instant'});
}

function showFacet(facet, values) {
  const ids = values.map(value => value.id);
  // The list in which the reader is keeps its order.
  const isSame = facet.items?.size === ids.length && ids.every(id => facet.items.has(id));
  if (!isSame || !facet.contains(document.activeElement)) fill(facet, values);
  for (const {id, count, chosen} of values) {
    const item = facet.items.get(id);
    item.count.textContent = count.toLocaleString(document.documentElement.lang);
    item.box.checked = chosen;
  }
}

function fill(facet, values) {
  const focus = facet.contains(document.activeElement) ? document.activeElement.value : undefined;
  const isOpen = facet.querySelector('details')?.open;
  facet.items = new Map();
  for (const {id, name} of values) {
    const box = make('input', {type: 'checkbox', name: facet.dataset.facet, value: id});
    const count = make('span', {class: 'detail'});
    facet.items.set(id, {box, count, line: make('li', {}, make('label', {}, box, make('span', {}, name), ' ', count))});
  }
  const lines = part => part.map(({id}) => facet.items.get(id).line);
  const isFirst = ({chosen}, index) => chosen || index < shown || values.length <= shown + 2;
  const rest = values.filter((value, index) => !isFirst(value, index));
  const more = make('details', {}, make('summary', {}, ...phrase('more', rest.length)), make('ul', {}, ...lines(rest)));
  more.open = isOpen ?? false;
  facet.hidden = !values.length;
  facet.replaceChildren(
    facet.firstElementChild, make('ul', {}, ...lines(values.filter(isFirst))), ...rest.length ? [more] : []);
  facet.items.get(focus)?.box.focus({preventScroll: true});
}

// MARK: What the reader does

form.addEventListener('submit', event => {
  event.preventDefault();
  go(written());
});
finder.addEventListener('change', ({target}) => { if (target.name !== 'q') go(written()); });
tools.querySelector('button').addEventListener('click', download);
finder.addEventListener('click', event => {
  const address = event.target.closest?.('a')?.getAttribute('href');
  const isOurs = address?.startsWith('?') || address === `#${summary.id}`;
  if (!isOurs || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  if (address.startsWith('#')) return goToResults('start');
  go(address);
  fillForm();
  // The link is gone when the results are there.
  goToResults();
});
addEventListener('popstate', () => {
  fillForm();
  search();
});

// Where there is room, the facets stand at the side.
const isWide = matchMedia('(min-width: 60em)');
const unfold = () => { sheet.open = isWide.matches; };
isWide.addEventListener('change', unfold);
unfold();
fillForm();
search();

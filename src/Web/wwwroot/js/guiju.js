// Pages work without this file. It makes them quicker and more talkative: the live verdict, islands, printing, the phone's menu.
import { watch } from "./live-verdict.js";

// An island: <div data-island="plan" …> loads /js/plan.js once it is on the page and calls its default export with the element.
const mounted = new WeakSet();

async function mount(place) {
  if (mounted.has(place)) return;
  mounted.add(place);
  const island = await import(new URL(`./${place.dataset.island}.js`, import.meta.url));
  await island.default(place);
}

// Where a matter stands is in sight, however narrow the screen.
function show(step) {
  const region = step.closest(".table-region"), [inside, around] = [step.getBoundingClientRect(), region?.getBoundingClientRect()];
  if (around && inside.right > around.right) region.scrollLeft += inside.left - around.left - (around.width - inside.width) / 2;
}

function wake() {
  for (const step of document.querySelectorAll(".table-region .procedure .lit")) show(step);
  for (const place of document.querySelectorAll("[data-island]")) mount(place);
  for (const place of document.querySelectorAll("[data-live-verdict]")) watch(place);
}

document.addEventListener("click", event => {
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest("[data-print]")) window.print();
});

// A press of the key that closes things closes an opened citation and gives the focus back to its chip.
document.addEventListener("keydown", event => {
  if (event.key !== "Escape" || !(event.target instanceof Element)) return;
  const open = event.target.closest("details.citation[open]");
  if (!open) return;
  open.open = false;
  open.querySelector("summary")?.focus();
});

// A file that was tried and found good stays chosen, so that the next press of a button takes it. One that was refused is to be chosen again: it will have been mended.
const tried = new Map();
const placeOf = input => `${location.pathname} ${input.name}`;

document.addEventListener("submit", event => {
  for (const input of event.target.querySelectorAll("input[type=file]")) {
    const copy = new DataTransfer(); // the input's own list is emptied when the page is swapped
    for (const file of input.files) copy.items.add(file);
    tried.set(placeOf(input), copy.files);
  }
}, true);

function chooseAgain() {
  for (const input of document.querySelectorAll("input[type=file][data-kept]")) {
    const files = tried.get(placeOf(input));
    if (files?.length && !input.files.length) input.files = files;
  }
}

let path = location.pathname + location.search;

// After a page was swapped in place: the phone's menu closes, and who reads by ear or by keyboard starts at the new page's content.
function arrived() {
  wake();
  chooseAgain();
  const here = location.pathname + location.search;
  if (here === path) return;
  path = here;
  const menu = document.getElementById("menu-open");
  if (menu instanceof HTMLInputElement) menu.checked = false;
  if (!location.hash) document.getElementById("main")?.focus({ preventScroll: true });
}

wake();
globalThis.Blazor?.addEventListener?.("enhancedload", arrived);

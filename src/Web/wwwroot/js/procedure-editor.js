// The island that draws procedures: bpmn-js with our own words, tools and side panel. The file stands in the form's textarea, so that it is
// saved like any other form; while one draws, the server says what is wrong and the faults are marked on the elements.
import { told, translate } from "./procedure-words.js";
import { tools } from "./procedure-tools.js";
import { openPanel } from "./procedure-panel.js";

const wait = 600;
const least = 0.7;

// Our extension elements, so that they are read, edited and written; those of others pass through untouched.
const texts = names => names.map(name => ({ name, isAttr: true, type: "String" }));
export const guiju = {
  name: "Guiju", uri: "urn:guiju:bpmn:1", prefix: "guiju", xml: { tagAlias: "lowerCase" },
  types: [
    { name: "Step", superClass: ["Element"], properties: texts(["english", "form", "controlPoint", "clock", "clockPause", "documents", "verbs", "notByStarter", "batch", "refusal", "resultName", "result", "unit"]) },
    { name: "Assign", superClass: ["Element"], properties: texts(["by", "value", "unit"]) },
    { name: "Countersign", superClass: ["Element"], properties: texts(["refusalEnds", "pass"]) },
    { name: "Procedure", superClass: ["Element"], properties: texts(["english", "module", "batch"]) },
  ],
};

function library(address) {
  return new Promise((done, failed) => {
    if (globalThis.BpmnJS) return done();
    const script = document.createElement("script");
    script.src = address;
    script.onload = done;
    script.onerror = failed;
    document.head.append(script);
  });
}

export default async function mount(place) {
  const form = place.closest("form");
  const file = form.querySelector("textarea[name='Form.Xml']");
  const [canvas, side, list] = [".editor-canvas", ".editor-panel", ".editor-faults"].map(part => place.querySelector(part));
  try {
    await library(place.dataset.library);
  } catch {
    list.textContent = told("绘图程序没有载入，可以直接修改下面的流程文件。", "The drawing program did not load; the file below can be edited by hand.");
    return;
  }

  const modeler = new globalThis.BpmnJS({ container: canvas, moddleExtensions: { guiju }, additionalModules: [{ translate: ["value", translate] }, tools] });
  place.modeler = modeler; // for those who look from outside, e.g. journeys
  place.classList.add("mounted");
  let panel = null;

  async function draw() {
    try {
      await modeler.importXML(file.value);
      fit(modeler.get("canvas"));
      panel ??= openPanel(side, modeler, JSON.parse(place.dataset.names));
      panel.show();
    } catch (fault) {
      list.replaceChildren(line("", fault.message));
      return;
    }
    await check();
  }

  // The whole drawing, but never so small that it cannot be read; it begins beside the palette.
  function fit(board) {
    if (board.zoom("fit-viewport", "auto") >= least) return;
    const { inner, outer } = board.viewbox();
    board.viewbox({ x: inner.x - 140 / least, y: inner.y - 40, width: outer.width / least, height: outer.height / least });
  }

  // The text as it is now; the form sends it.
  async function write() {
    const { xml } = await modeler.saveXML({ format: true });
    file.value = xml;
    return xml;
  }

  let running = null;
  async function check() {
    running?.abort();
    const mine = running = new AbortController();
    list.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch("/api/procedures/definitions/check", { method: "POST", signal: mine.signal, headers: { "Content-Type": "application/json", "X-Requested-With": "fetch" }, body: JSON.stringify({ xml: file.value }) });
      if (answer.ok) mark((await answer.json()).faults);
    } catch (failure) {
      if (failure.name !== "AbortError") list.textContent = told("检查没有完成，稍后再试。", "The check did not complete; try again later.");
    } finally {
      if (running === mine) list.removeAttribute("aria-busy");
    }
  }

  function line(element, message) {
    const item = document.createElement("li");
    const shape = element && modeler.get("elementRegistry").get(element);
    if (shape) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "btn btn-outline btn-sm";
      button.textContent = shape.businessObject.name || element;
      button.addEventListener("click", () => { modeler.get("selection").select(shape); modeler.get("canvas").scrollToElement?.(shape); });
      item.append(button, " ");
    } else if (element) item.append(`${element}: `);
    item.append(message);
    return item;
  }

  let marked = [];
  function mark(faults) {
    const [canvasOf, overlays, registry] = ["canvas", "overlays", "elementRegistry"].map(name => modeler.get(name));
    overlays.remove({ type: "fault" });
    for (const id of marked) if (registry.get(id)) canvasOf.removeMarker(id, "faulty");
    marked = [...new Set(faults.map(f => f.element))].filter(id => registry.get(id));
    for (const id of marked) {
      canvasOf.addMarker(id, "faulty");
      const sign = document.createElement("span");
      sign.className = "fault-sign";
      sign.textContent = "!";
      sign.title = faults.filter(f => f.element === id).map(f => f.message).join("\n");
      if (registry.get(id).parent) overlays.add(id, "fault", { position: { top: -10, right: 10 }, html: sign });
    }
    const heading = document.createElement("h3");
    heading.textContent = faults.length ? told(`${faults.length} 处问题`, `${faults.length} fault(s)`) : told("没有发现问题", "No faults found");
    const items = document.createElement("ul");
    items.append(...faults.map(f => line(f.element, f.message)));
    list.replaceChildren(heading, items);
  }

  let timer = 0, pending = false;
  modeler.on("commandStack.changed", () => {
    pending = true;
    clearTimeout(timer);
    timer = setTimeout(async () => { await write(); pending = false; await check(); }, wait);
  });
  file.addEventListener("change", draw);

  // What was drawn in the last moment is sent too.
  form.addEventListener("submit", async event => {
    if (!pending) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    clearTimeout(timer);
    await write();
    pending = false;
    form.requestSubmit(event.submitter);
  }, true);

  await draw();
}

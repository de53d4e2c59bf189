// The editor of rules: dmn-js with our side panel for what a row of law rests on. The file is checked by the server after every change; nothing is kept until it is saved into the draft.
import words from "./dmn-words.js";

const law = "urn:guiju:law";
const pause = 600;
const styles = ["diagram-js.css", "dmn-js-shared.css", "dmn-js-drd.css", "dmn-js-decision-table.css", "dmn-js-decision-table-controls.css", "dmn-js-literal-expression.css", "dmn-js-boxed-expression.css", "dmn-js-boxed-expression-controls.css", "dmn-font/css/dmn.css"];

async function library() {
  for (const style of styles) {
    const href = new URL(`../lib/dmn/assets/${style}`, import.meta.url).href;
    if (document.querySelector(`link[href="${href}"]`)) continue;
    document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href }));
  }
  if (window.DmnJS) return window.DmnJS;
  await new Promise((done, failed) => document.head.append(Object.assign(document.createElement("script"), { src: new URL("../lib/dmn/dmn-modeler.production.min.js", import.meta.url).href, onload: done, onerror: failed })));
  return window.DmnJS;
}

// Chinese on Chinese pages; placeholders in braces are filled as the editor fills them.
const translate = (text, filled = {}) => (document.documentElement.lang.startsWith("zh") ? words[text] ?? text : text).replace(/{([^}]+)}/g, (all, name) => filled[name] ?? all);
const inOurWords = { additionalModules: [{ translate: ["value", translate] }] };

class Editor {
  constructor(place, DmnJS) {
    this.place = place;
    this.panel = place.querySelector("[data-panel]");
    this.findings = place.querySelector("[data-findings]");
    this.tabs = place.querySelector("[data-tabs]");
    this.state = place.querySelector("[data-state]");
    this.dmn = new DmnJS({ container: place.querySelector("[data-canvas]"), drd: inOurWords, decisionTable: inOurWords, literalExpression: inOurWords, boxedExpression: inOurWords });
    this.dmn.on("views.changed", () => this.viewsChanged());
    this.panel.addEventListener("input", event => this.write(event.target));
    place.querySelector("[data-save]").addEventListener("click", () => this.save());
    window.addEventListener("beforeunload", event => { if (this.dirty) event.preventDefault(); });
  }

  async open() {
    const answer = await fetch(this.place.dataset.source, { headers: { "X-Requested-With": "fetch" } });
    const { warnings } = await this.dmn.importXML(await answer.text());
    this.place.dataset.warnings = warnings.length;
    const table = this.dmn.getViews().find(v => v.type === "decisionTable");
    if (table) await this.dmn.open(table);
    this.dirty = false;
    this.place.dataset.ready = "true";
    this.place.editor = this; // for whoever drives the page
    this.check();
  }

  async xml() { return (await this.dmn.saveXML({ format: true })).xml; }

  viewsChanged() {
    const active = this.dmn.getActiveView();
    this.tabs.replaceChildren(...this.dmn.getViews().map(view => {
      const tab = Object.assign(document.createElement("button"), { type: "button", className: "btn btn-outline btn-sm", textContent: view.type === "drd" ? this.say("diagram") : view.name || view.id });
      tab.setAttribute("aria-pressed", String(view === active || view.element === active?.element && view.type === active?.type));
      tab.addEventListener("click", () => this.dmn.open(view));
      return tab;
    }));
    const viewer = this.dmn.getActiveViewer();
    if (viewer && viewer !== this.viewer) {
      this.viewer = viewer;
      viewer.on("commandStack.changed", () => this.changed());
      viewer.on("selection.changed", event => this.show(event));
    }
    this.show({});
  }

  say(word) { return JSON.parse(this.place.dataset.words)[word] ?? word; }

  // The row of the cell that was chosen, or the decision, fact or figure in the diagram.
  show(event) {
    const chosen = event.selection?.row?.businessObject ?? (Array.isArray(event.newSelection) ? event.newSelection[0]?.businessObject : null) ?? null;
    this.chosen = chosen;
    const isRow = chosen?.$type === "dmn:DecisionRule";
    for (const field of this.panel.querySelectorAll("[data-attribute], [data-text]")) {
      field.disabled = !(isRow || chosen && field.dataset.any === "true");
      field.value = chosen ? this.read(field) : "";
    }
    const place = this.panel.querySelector("[data-chosen]");
    place.textContent = !chosen ? this.say("choose") : isRow ? `${this.say("row")} ${this.rowNumber(chosen)} · ${chosen.id}` : `${chosen.name ?? ""} · ${chosen.id}`;
  }

  rowNumber(rule) { return (rule.$parent?.rule?.indexOf(rule) ?? -1) + 1; }

  read(field) {
    if (field.dataset.attribute) return this.chosen.$attrs[`guiju:${field.dataset.attribute}`] ?? "";
    const [name, language] = field.dataset.text.split(" ");
    return this.texts(name, language)[0]?.$body ?? "";
  }

  texts(name, language) { return (this.chosen.extensionElements?.values ?? []).filter(v => v.$type === `guiju:${name}` && (v["xml:lang"] ?? v.$attrs?.["xml:lang"]) === language); }

  write(field) {
    if (!this.chosen) return;
    const value = field.value.trim();
    if (field.dataset.attribute) {
      const key = `guiju:${field.dataset.attribute}`;
      if (value) this.chosen.$attrs[key] = value; else delete this.chosen.$attrs[key];
    } else if (field.dataset.text) {
      const [name, language] = field.dataset.text.split(" ");
      this.writeText(name, language, value);
    } else {
      return;
    }
    this.changed();
  }

  writeText(name, language, value) {
    const moddle = this.viewer.get("moddle", false) ?? this.dmn._moddle;
    const [known] = this.texts(name, language);
    if (known) {
      if (value) known.$body = value; else this.chosen.extensionElements.values.splice(this.chosen.extensionElements.values.indexOf(known), 1);
      return;
    }
    if (!value) return;
    if (!this.chosen.extensionElements) {
      this.chosen.extensionElements = moddle.create("dmn:ExtensionElements", { values: [] });
      this.chosen.extensionElements.$parent = this.chosen;
    }
    const text = moddle.createAny(`guiju:${name}`, law, { "xml:lang": language, $body: value });
    text.$parent = this.chosen.extensionElements;
    (this.chosen.extensionElements.values ??= []).push(text);
  }

  changed() {
    this.dirty = true;
    this.state.textContent = this.say("changed");
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.check(), pause);
  }

  async check() {
    this.asked?.abort();
    const mine = this.asked = new AbortController();
    try {
      const answer = await this.post(this.place.dataset.check, { path: this.place.dataset.path, xml: await this.xml() }, mine.signal);
      if (answer.ok) this.told((await answer.json()).lines);
    } catch (failure) {
      if (failure.name !== "AbortError") this.state.textContent = this.say("offline");
    }
  }

  told(lines) {
    const chinese = document.documentElement.lang.startsWith("zh");
    const wrong = lines.filter(l => !l.isWarning).length;
    this.findings.replaceChildren(...lines.sort((a, b) => a.isWarning - b.isWarning).map(line => {
      const item = document.createElement("li");
      item.className = line.isWarning ? "warn" : "bad";
      const example = line.example ? ` ${this.say("example")} ${Object.entries(line.example).map(([name, value]) => `${name} = ${value}`).join(chinese ? "，" : ", ")}` : "";
      item.textContent = `${line.isWarning ? this.say("look") : this.say("wrong")} ${chinese ? line.message.zh : line.message.en}${example}`;
      return item;
    }));
    this.place.dataset.wrong = wrong;
    this.place.querySelector("[data-count]").textContent = `${wrong} · ${lines.length - wrong}`;
  }

  post(address, body, signal) { return fetch(address, { method: "POST", body: JSON.stringify(body), signal, headers: { "Content-Type": "application/json", "X-Requested-With": "fetch" } }); }

  async save() {
    const note = this.place.querySelector("[data-note]").value;
    const answer = await this.post(this.place.dataset.save, { path: this.place.dataset.path, xml: await this.xml(), note });
    if (answer.ok) {
      this.dirty = false;
      this.state.textContent = this.say("saved");
      return;
    }
    const problem = await answer.json().catch(() => ({}));
    this.state.textContent = `${this.say("refused")} ${problem.detail ?? problem.title ?? answer.status}`;
  }
}

export default async function (place) {
  const editor = new Editor(place, await library());
  await editor.open();
}

// What may be drawn: only what the engine runs. Everything else is taken out of the palette and the menus, so that nobody draws what will be refused.
import { told } from "./procedure-words.js";

const palette = new Set(["hand-tool", "lasso-tool", "space-tool", "global-connect-tool", "tool-separator", "create.start-event", "create.intermediate-event", "create.end-event", "create.exclusive-gateway", "create.user-task", "create.subprocess-expanded"]);
const replacements = /^replace-with-(none-start|none-end|none-intermediate-throw|message-start|timer-start|message-end|terminate-end|message-intermediate-catch|message-intermediate-throw|timer-intermediate-catch|message-boundary|timer-boundary|non-interrupting-message-boundary|non-interrupting-timer-boundary|exclusive-gateway|parallel-gateway|inclusive-gateway|event-based-gateway|user-task|service-task|send-task|receive-task|rule-task|call-activity|expanded-subprocess|collapsed-subprocess|conditional-flow|default-flow|sequence-flow)$/;
const header = /^toggle-(parallel-mi|sequential-mi)$/;
const pad = new Set(["append.end-event", "append.gateway", "append.user-task", "append.intermediate-event", "append.text-annotation", "append.receive-task", "append.timer-intermediate-event", "append.message-intermediate-event", "connect", "replace", "delete"]);
const low = 100; // after the library's own providers

const only = (entries, may) => Object.fromEntries(Object.entries(entries).filter(([name]) => may(name)));

function Palette(registry, create, elementFactory) {
  registry.registerProvider(low, this);
  this.getPaletteEntries = () => entries => {
    const begin = event => create.start(event, elementFactory.createShape({ type: "bpmn:UserTask" }));
    return only({ ...entries, "create.user-task": { group: "activity", className: "bpmn-icon-user-task", title: told("人工任务", "User task"), action: { dragstart: begin, click: begin } } }, name => palette.has(name));
  };
}
Palette.$inject = ["palette", "create", "elementFactory"];

function Pad(registry, autoPlace, create, elementFactory) {
  registry.registerProvider(low, this);
  this.getContextPadEntries = element => entries => {
    const append = event => autoPlace.append(element, elementFactory.createShape({ type: "bpmn:UserTask" }), event);
    const drag = event => create.start(event, elementFactory.createShape({ type: "bpmn:UserTask" }), { source: element });
    const more = entries["append.append-task"] ? { "append.user-task": { group: "model", className: "bpmn-icon-user-task", title: told("接一项人工任务", "Append a user task"), action: { click: append, dragstart: drag } } } : {};
    return only({ ...more, ...entries }, name => pad.has(name));
  };
}
Pad.$inject = ["contextPad", "autoPlace", "create", "elementFactory"];

function Menu(registry) {
  registry.registerProvider("bpmn-replace", low, this);
  this.getPopupMenuEntries = () => entries => only(entries, name => replacements.test(name));
  this.getPopupMenuHeaderEntries = () => entries => only(entries, name => header.test(name));
}
Menu.$inject = ["popupMenu"];

export const tools = {
  __init__: ["ourPalette", "ourPad", "ourMenu"],
  ourPalette: ["type", Palette],
  ourPad: ["type", Pad],
  ourMenu: ["type", Menu],
  // Aligning and distributing bring drawings with style written into their markup, which our policy does not let in.
  alignElementsContextPadProvider: ["value", null],
  alignElementsMenuProvider: ["value", null],
  distributeElementsMenuProvider: ["value", null],
};

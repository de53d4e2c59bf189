// The panel beside the drawing: what we add to an element of a procedure. Each change is one command, so that it can be undone like a drawn one.
import { told } from "./procedure-words.js";

const verbs = [
  ["complete", "提交、同意", "Complete"], ["reject", "驳回", "Refuse"], ["send-back", "退回", "Send back"], ["retract", "撤回", "Take back"], ["transfer", "转办", "Hand over"], ["entrust", "委托", "Entrust"],
  ["add-signer", "加签", "Add a signer"], ["remove-signer", "减签", "Remove a signer"], ["claim", "认领", "Claim"], ["give-back", "归还", "Give back"], ["copy", "抄送", "Copy"], ["remind", "催办", "Remind"],
  ["consult", "沟通", "Consult"], ["terminate", "终止", "Terminate"], ["suspend", "挂起", "Suspend"], ["resume", "恢复", "Resume"], ["jump", "跳转", "Jump"],
];
const ways = [
  ["starter", "发起人", "The starter"], ["starter-head", "发起人单位负责人", "Head of the starter's unit"], ["post", "某单位某职务", "Holder of a post"], ["role", "某范围某角色", "Members of a role"],
  ["permission", "有权限的人", "Holders of a permission"], ["person", "指定人员（工号）", "A person (staff number)"], ["decision", "决策结果", "Result of a decision"], ["subject", "办件变量", "A variable of the case"],
];
const units = [["case", "办件单位", "Unit of the case"], ["starter", "发起人单位", "The starter's unit"], ["above", "上级单位", "The unit above"]];

export function openPanel(host, modeler, names) {
  const [moddle, modeling, selection, canvas] = ["moddle", "modeling", "selection", "canvas"].map(name => modeler.get(name));
  let at = null, count = 0;

  const subject = element => element?.businessObject;
  const ours = (object, type) => (object.extensionElements?.values ?? []).filter(value => value.$type === type);
  const attributes = value => ({ ...Object.fromEntries((value.$descriptor?.properties ?? []).filter(p => p.isAttr && value[p.name] !== undefined).map(p => [p.name.replace(/^guiju:/, ""), value[p.name]])), ...value.$attrs });

  function setOurs(type, rows) {
    const object = subject(at);
    const kept = (object.extensionElements?.values ?? []).filter(value => value.$type !== type);
    const values = [...kept, ...rows.map(row => moddle.create(type, row))];
    const extensionElements = values.length ? moddle.create("bpmn:ExtensionElements", { values }) : undefined;
    values.forEach(value => { value.$parent = extensionElements; });
    if (extensionElements) extensionElements.$parent = object;
    modeling.updateProperties(at, { extensionElements });
  }

  function setOne(type, changes) {
    const before = ours(subject(at), type)[0];
    const row = { ...before && attributes(before), ...changes };
    for (const name of Object.keys(row)) if (row[name] === undefined || row[name] === null) delete row[name];
    setOurs(type, Object.keys(row).length ? [row] : []);
  }

  const step = name => ours(subject(at), "guiju:Step")[0]?.[name];
  const setStep = (name, value) => setOne("guiju:Step", { [name]: value === "" ? undefined : value });

  // — small pieces —
  function make(tag, properties = {}, ...children) {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children);
    return made;
  }

  function field(label, input, hint) {
    input.id ||= `panel-${++count}`;
    const parts = [make("label", { htmlFor: input.id, textContent: label }), input];
    if (hint) {
      parts.push(make("p", { className: "hint", id: input.id + "-hint", textContent: hint }));
      input.setAttribute("aria-describedby", input.id + "-hint");
    }
    return make("div", { className: "field" }, ...parts);
  }

  function text(label, value, set, { hint, choices, rows } = {}) {
    const input = make(rows ? "textarea" : "input", { className: "form-control", value: value ?? "", ...rows ? { rows } : { type: "text" }, autocomplete: "off" });
    const parts = [];
    if (choices) {
      const list = make("datalist", { id: `panel-list-${++count}` }, ...choices.map(c => make("option", { value: c.code, label: c.text })));
      input.setAttribute("list", list.id);
      parts.push(list);
    }
    input.addEventListener("change", () => set(input.value.trim()));
    const made = field(label, input, hint);
    made.append(...parts);
    return made;
  }

  function pick(label, value, choices, set, { empty, hint } = {}) {
    const input = make("select", { className: "form-select" }, ...empty === undefined ? [] : [make("option", { value: "", textContent: empty })], ...choices.map(([code, zh, en]) => make("option", { value: code, textContent: told(zh, en) })));
    if (value && !choices.some(([code]) => code === value)) input.append(make("option", { value, textContent: value }));
    input.value = value ?? "";
    input.addEventListener("change", () => set(input.value));
    return field(label, input, hint);
  }

  function tick(label, checked, set) {
    const input = make("input", { type: "checkbox", checked, id: `panel-${++count}` });
    input.addEventListener("change", () => set(input.checked));
    return make("div", { className: "check" }, input, make("label", { htmlFor: input.id, textContent: label }));
  }

  const press = (label, does, title) => {
    const button = make("button", { type: "button", className: "btn btn-outline btn-sm", textContent: label, title: title ?? label });
    button.addEventListener("click", does);
    return button;
  };
  const listed = known => known.map(k => [k.code, k.text, k.text]);
  const part = (title, ...children) => make("fieldset", {}, make("legend", { textContent: title }), ...children);

  // — parts of the panel —
  function general(object) {
    const set = name => value => modeling.updateProperties(at, { [name]: value || undefined });
    const whole = object.$type === "bpmn:Process";
    const english = whole ? ours(object, "guiju:Procedure")[0]?.english : step("english");
    return part(told("基本", "General"),
      text(told("名称", "Name"), object.name, set("name")),
      text(told("英文名称", "English name"), english, value => whole ? setOne("guiju:Procedure", { english: value || undefined }) : setStep("english", value)),
      make("p", { className: "hint" }, `${told("编号", "Id")} ${object.id}`));
  }

  function assignment(object) {
    const rows = ours(object, "guiju:Assign").map(attributes);
    const change = (i, changes) => { rows[i] = { ...rows[i], ...changes }; for (const name of Object.keys(rows[i])) if (!rows[i][name]) delete rows[i][name]; setOurs("guiju:Assign", rows); };
    const known = { permission: names.permissions, role: names.roles };
    const lines = rows.map((row, i) => make("div", { className: "assign-row" },
      pick(told(`第 ${i + 1} 规则`, `Rule ${i + 1}`), row.by, ways, by => { change(i, { by, value: undefined }); show(); }),
      ...["starter", "starter-head"].includes(row.by) ? [] : [text(told("取值", "Value"), row.value, value => change(i, { value }), { choices: known[row.by] })],
      ...["post", "role", "permission"].includes(row.by) ? [pick(told("范围", "Scope"), row.unit ?? "case", [...units, ...listed(names.units)], unit => change(i, { unit: unit === "case" ? undefined : unit }))] : [],
      press(told("删去这一条", "Remove the rule"), () => { rows.splice(i, 1); setOurs("guiju:Assign", rows); show(); })));
    return part(told("办理人", "Assignment"), make("p", { className: "hint", textContent: told("依次查找，找到人为止；都找不到时交给值班人员。", "Tried one after the other until somebody is found; else it goes to the duty officers.") }), ...lines,
      press(told("添加规则", "Add a rule"), () => { rows.push({ by: "starter" }); setOurs("guiju:Assign", rows); show(); }));
  }

  const formal = (body, parent) => { const made = body ? moddle.create("bpmn:FormalExpression", { body }) : undefined; if (made) made.$parent = parent; return made; };

  function signing(object) {
    const multi = object.loopCharacteristics;
    const kind = !multi ? "" : multi.isSequential ? "sequential" : "parallel";
    const setMulti = changes => modeling.updateModdleProperties(at, object.loopCharacteristics, changes);
    const counter = ours(object, "guiju:Countersign")[0];
    const more = !multi ? [] : [
      text(told("次数（FEEL，空为每人一份）", "Number (FEEL; empty: one each)"), multi.loopCardinality?.body, body => setMulti({ loopCardinality: formal(body, multi) })),
      text(told("提前结束条件（FEEL）", "Ends early when (FEEL)"), multi.completionCondition?.body, body => setMulti({ completionCondition: formal(body, multi) }), { hint: told("或签：nrOfCompletedInstances >= 1", "Any one: nrOfCompletedInstances >= 1") }),
      ...object.$type === "bpmn:UserTask" ? [
        text(told("通过条件（票签，FEEL）", "Passes when (votes, FEEL)"), counter?.pass, pass => setOne("guiju:Countersign", { pass: pass || undefined }), { hint: "nrOfApproved / nrOfInstances >= 2/3" }),
        tick(told("一人驳回即结束", "One refusal ends the signing"), counter?.refusalEnds !== "false", on => setOne("guiju:Countersign", { refusalEnds: on ? undefined : "false" }))] : [],
    ];
    return part(told("签办方式", "Signing"), pick(told("方式", "Way"), kind, [["parallel", "会签（并行）", "Jointly, at once"], ["sequential", "会签（顺序）", "One after another"]], value => {
      const made = value ? moddle.create("bpmn:MultiInstanceLoopCharacteristics", { isSequential: value === "sequential", loopCardinality: multi?.loopCardinality, completionCondition: multi?.completionCondition }) : undefined;
      if (made) made.$parent = object;
      modeling.updateProperties(at, { loopCharacteristics: made });
      show();
    }, { empty: told("单人（多人候选为或签）", "One person (of several, any one)") }), ...more);
  }

  function law() {
    return part(told("依据与时限", "Law and time limits"),
      text(told("控制点", "Control point"), step("controlPoint"), v => setStep("controlPoint", v), { choices: names.controlPoints }),
      pick(told("法定期限", "Statutory clock"), step("clock"), listed(names.clocks), v => setStep("clock", v), { empty: "—", hint: told("办件到本环节起算，离开所有同期限环节时停止", "Starts when the case comes here, stops when it stands at no step of the same clock") }),
      pick(told("在此中止期限", "Suspends the clock"), step("clockPause"), listed(names.clockPauses), v => setStep("clockPause", v), { empty: "—" }));
  }

  function work() {
    const allowed = step("verbs");
    const all = allowed === undefined;
    const set = new Set(all ? verbs.map(v => v[0]) : allowed.split(" "));
    const boxes = all ? [] : verbs.map(([code, zh, en]) => tick(told(zh, en), set.has(code), on => { set[on ? "add" : "delete"](code); setOne("guiju:Step", { verbs: verbs.map(v => v[0]).filter(v => set.has(v)).join(" ") }); }));
    return part(told("办理", "Work"),
      text(told("表单（页面地址）", "Form (address of a page)"), step("form"), v => setStep("form", v), { hint: told("{subject} 代表业务记录；空为办件页", "{subject} stands for the record; empty: the case page") }),
      text(told("文书模板", "Documents"), step("documents"), v => setStep("documents", v), { choices: names.documents, hint: told("多个以空格分开", "Several with blanks between") }),
      text(told("结果变量", "Result variable"), step("resultName"), v => setStep("resultName", v)),
      tick(told("发起人不得办理", "Kept from the starter"), step("notByStarter") === "true", on => setStep("notByStarter", on ? "true" : "")),
      tick(told("允许批量同意", "May be approved in a batch"), step("batch") === "true", on => setStep("batch", on ? "true" : "")),
      tick(told("驳回即结束办件", "A refusal ends the matter"), step("refusal") !== "flow", on => setStep("refusal", on ? "" : "flow")),
      tick(told("允许全部动作", "All verbs are allowed"), all, on => { setOne("guiju:Step", { verbs: on ? undefined : verbs.map(v => v[0]).join(" ") }); show(); }),
      ...boxes);
  }

  function flow(object) {
    const source = at.source?.businessObject;
    const forks = ["bpmn:ExclusiveGateway", "bpmn:InclusiveGateway"].includes(source?.$type);
    return part(told("条件", "Condition"),
      text(told("成立条件（FEEL）", "Taken when (FEEL)"), object.conditionExpression?.body, body => modeling.updateProperties(at, { conditionExpression: formal(body, object) }), { rows: 2, hint: told("例如 result = \"approved\"", "For example result = \"approved\"") }),
      ...forks ? [tick(told("条件都不成立时走这一条", "Taken where no condition holds"), source.default === object, on => modeling.updateProperties(at.source, { default: on ? object : undefined }))] : []);
  }

  function event(object) {
    const definition = object.eventDefinitions?.[0];
    if (definition?.$type === "bpmn:TimerEventDefinition") {
      const forms = [["timeDate", "日期", "Date"], ["timeDuration", "经过时间", "Duration"], ["timeCycle", "每隔", "Every"]];
      const now = forms.find(([name]) => definition[name])?.[0] ?? "timeDuration";
      const set = (name, body) => modeling.updateModdleProperties(at, definition, { timeDate: undefined, timeDuration: undefined, timeCycle: undefined, [name]: formal(body, definition) });
      return [part(told("时间", "Time"), pick(told("方式", "Way"), now, forms, name => { set(name, definition[now]?.body ?? "P1D"); show(); }),
        text(told("取值", "Value"), definition[now]?.body, body => set(now, body), { hint: object.$type === "bpmn:StartEvent" ? told("R/2026-01-05T09:00/P7D 为自该时起每周，2026-12-31 为日期", "R/2026-01-05T09:00/P7D: every week from then on, 2026-12-31: a date") : told("P3D 为三天，PT2H 为两小时，2026-12-31 为日期，或 FEEL", "P3D: three days, PT2H: two hours, 2026-12-31: a date, or FEEL") }))];
    }
    const holder = object.$type === "bpmn:ReceiveTask" ? object : definition?.$type === "bpmn:MessageEventDefinition" ? definition : null;
    if (!holder) return [];
    return [part(told("消息", "Message"), text(told("消息名", "Name of the message"), holder.messageRef?.name, name => {
      const definitions = modeler.getDefinitions();
      const same = definitions.rootElements.find(r => r.$type === "bpmn:Message" && r.name === name);
      const message = same ?? moddle.create("bpmn:Message", { id: `message_${definitions.rootElements.length}_${Math.random().toString(36).slice(2, 6)}`, name });
      if (!same) { message.$parent = definitions; definitions.rootElements.push(message); }
      modeling.updateModdleProperties(at, holder, { messageRef: message });
    }))];
  }

  function parts(object) {
    switch (object.$type) {
      case "bpmn:Process": return [general(object)];
      case "bpmn:SequenceFlow": return [general(object), flow(object)];
      case "bpmn:UserTask": return [general(object), assignment(object), signing(object), work(), law()];
      case "bpmn:SendTask": return [general(object), assignment(object)];
      case "bpmn:BusinessRuleTask": return [general(object), law(), part(told("结果", "Result"), text(told("结果变量", "Result variable"), step("resultName"), v => setStep("resultName", v)))];
      case "bpmn:CallActivity": return [general(object), part(told("调用", "Call"), text(told("流程编号", "Procedure"), object.calledElement, v => modeling.updateProperties(at, { calledElement: v || undefined }), { choices: names.procedures, hint: told("同一文件中的流程，或已施行的其他流程", "One of this file, or another that is in force") })), signing(object)];
      case "bpmn:SubProcess": return [general(object), signing(object)];
      case "bpmn:StartEvent": return [general(object), ...event(object), ...object.eventDefinitions?.length ? [part(told("自动发起", "Starts by itself"), pick(told("事项所属单位", "Unit whose matter it is"), step("unit"), listed(names.units), v => setStep("unit", v), { empty: "—", hint: told("发布后，到时或收到消息时为该单位发起办件", "Once published, a case of this unit begins when the time comes or the message arrives") }))] : []];
      case "bpmn:EndEvent": return [general(object), ...event(object), part(told("办结", "End"), text(told("办件结果", "Result of the case"), step("result"), v => setStep("result", v), { hint: told("例如 approved、refused、done", "For example approved, refused, done") }))];
      default: return [general(object), ...event(object)];
    }
  }

  function show() {
    const chosen = selection.get();
    at = chosen.length === 1 ? chosen[0] : canvas.getRootElement();
    if (at?.type === "label") at = at.labelTarget;
    const object = subject(at);
    if (!object) return;
    host.replaceChildren(make("h2", { textContent: object.$type === "bpmn:Process" ? told("流程属性", "The procedure") : object.name || object.id }), ...parts(object));
  }

  modeler.on("selection.changed", show);
  modeler.on("element.changed", ({ element }) => { if (element === at && !host.contains(document.activeElement)) show(); });
  return { show };
}

// Words of the drawing program in Chinese; what is not among them stays as the program writes it.
const words = {
  "Activate hand tool": "抓手：移动画布", "Activate lasso tool": "框选", "Activate create/remove space tool": "增减空白", "Activate global connect tool": "连线",
  "Create start event": "开始事件", "Create end event": "结束事件", "Create intermediate/boundary event": "中间或边界事件", "Create gateway": "网关", "Create expanded sub-process": "子流程", "Create task": "任务",
  "Append end event": "接结束事件", "Append gateway": "接网关", "Append task": "接任务", "Append intermediate/boundary event": "接中间事件", "Append receive task": "接接收任务",
  "Append timer intermediate catch event": "接定时事件", "Append message intermediate catch event": "接消息事件", "Add text annotation": "加注释", "Connect to other element": "连到其他元素",
  "Connect using sequence/message flow or association": "连线", "Connect using association": "关联", "Change element": "更换类型", "Change type": "更换类型", "Delete": "删除", "Remove": "删除",
  "Search": "查找", "Start event": "开始事件", "End event": "结束事件", "Intermediate throw event": "中间抛出事件", "Message start event": "消息开始", "Timer start event": "定时开始",
  "Message end event": "消息结束", "Terminate end event": "终止结束", "Message intermediate catch event": "消息捕获", "Message intermediate throw event": "消息抛出", "Timer intermediate catch event": "定时捕获",
  "Message boundary event": "消息边界", "Timer boundary event": "定时边界", "Message boundary event (non-interrupting)": "消息边界（不中断）", "Timer boundary event (non-interrupting)": "定时边界（不中断）",
  "Exclusive gateway": "排他网关", "Parallel gateway": "并行网关", "Inclusive gateway": "包容网关", "Event-based gateway": "事件网关", "User task": "人工任务", "Service task": "系统任务", "Send task": "发送任务（抄送）",
  "Receive task": "接收任务", "Business rule task": "规则任务", "Call activity": "调用流程", "Sub-process (expanded)": "子流程（展开）", "Sub-process (collapsed)": "子流程（收起）", "Sequence flow": "连线", "Default flow": "默认连线", "Conditional flow": "条件连线",
  "Parallel multi-instance": "会签（并行）", "Sequential multi-instance": "会签（顺序）", "Open minimap": "打开小图", "Toggle": "切换",
};

export const english = document.documentElement.lang.startsWith("en");

/** One of two wordings, by the language of the page. */
export const told = (zh, en) => english ? en : zh;

/** As the drawing program asks for its words. */
export function translate(text, values = {}) {
  const found = english ? text : words[text] ?? text;
  return found.replace(/{([^}]+)}/g, (whole, name) => name in values ? values[name] : whole);
}

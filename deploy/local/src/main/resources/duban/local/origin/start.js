"use strict";

const ZONE = "Asia/Shanghai";
const OPEN = ["NOT_OPEN", "ASSIGNED", "SENT_BACK", "IN_PROGRESS", "CLAIMED", "REWORK", "SUSPENDED"];
const PARTS = {
  "PostgreSQL": "数据库",
  "Kafka": "服务之间的消息",
  "catalog-service": "举措、单位、期限",
  "status-service": "落实记录、进度",
  "notification-service": "提醒、工作提示、函",
};
const STATES = { READY: "运行中", STARTING: "启动中", RESTARTING: "重新启动中", STOPPED: "已停止" };

const element = (id) => document.getElementById(id);
const show = (id, text) => { element(id).textContent = text; };
const format = (options) => new Intl.DateTimeFormat("zh-CN", { timeZone: ZONE, hourCycle: "h23", ...options });
const day = format({ year: "numeric", month: "long", day: "numeric", weekday: "long" });
const time = format({ hour: "2-digit", minute: "2-digit", second: "2-digit" });
const moment = format({ month: "long", day: "numeric", weekday: "short", hour: "2-digit", minute: "2-digit" });

// An account of the demonstration that may look at everything. Where its provider is not, the page shows what anybody may see.
const ACCOUNT = { grant_type: "client_credentials", client_id: "leader", client_secret: "demonstration" };
let token = null;

// How far the business clock is ahead of this browser's.
let ahead = 0;
const now = () => new Date(Date.now() + ahead);

function tick() {
  show("day", day.format(now()));
  show("time", time.format(now()));
}

async function signIn(issuer) {
  if (!issuer || token) return;
  try {
    const answer = await fetch(`${issuer}/token`, { method: "POST", body: new URLSearchParams(ACCOUNT) });
    token = (await answer.json()).access_token || null;
  } catch (unreachable) {
    token = null;
  }
}

async function get(path) {
  const headers = { accept: "application/json" };
  if (token) headers.authorization = `Bearer ${token}`;
  const answer = await fetch(path, { headers });
  if (answer.status === 204 || answer.status === 404) return null;
  if (answer.status === 401) {
    token = null; // expired, or of a start before this one: the next look begins anew
    throw new Locked();
  }
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
}

/** What needs a token, and there was none, or one that is no longer believed. */
class Locked extends Error {}

/** A link shows no token: what needs one is fetched, and opened as a file of this page. */
async function openSigned(event) {
  if (!token) return;
  event.preventDefault();
  const text = JSON.stringify(await get(event.currentTarget.getAttribute("href")), null, 2);
  location.assign(URL.createObjectURL(new Blob([text], { type: "application/json" })));
}

function node(tag, className, text) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}

async function machinery() {
  const list = element("parts");
  try {
    const state = await get("/local/state");
    ahead = new Date(state.now).getTime() - Date.now();
    await signIn(state.issuer);
    list.replaceChildren(...state.parts.map((part) => {
      const row = node("li", part.state.toLowerCase());
      const name = node("span", "", part.name);
      name.append(node("small", "", PARTS[part.name] || ""));
      row.append(node("i"), name, node("span", "state", `${STATES[part.state] || part.state} · ${part.port}`));
      return row;
    }));
  } catch (unreachable) {
    list.replaceChildren(node("li", "quiet", "本机的督办已经停止。再次运行 mvn -Pup 即可继续。"));
  }
  tick();
}

async function next() {
  try {
    const coming = await get("/api/notification/next");
    show("next", coming && coming.at ? moment.format(new Date(coming.at)) : "暂无安排");
    show("recipients", coming && coming.recipients ? `发给 ${coming.recipients} 位收件人` : " ");
  } catch (failure) {
    show("next", "—");
    show("recipients", failure instanceof Locked ? "登录后可见" : "提醒服务暂时没有应答");
  }
}

async function everyDeadline() {
  const all = [];
  let after = "";
  for (let page = 0; page < 20; page++) {
    const list = await get(`/api/status/progress?limit=500${after}`);
    all.push(...(list ? list.items : []));
    if (!list || !list.next) break;
    after = `&after=${encodeURIComponent(list.next)}`;
  }
  return all;
}

async function deadlines() {
  try {
    const open = (await everyDeadline()).filter((one) => OPEN.includes(one.state));
    const notYet = open.filter((one) => one.state === "NOT_OPEN").length;
    // As the list behind it: whose colour nobody here may see is in neither.
    const late = open.filter((one) => one.light === "RED");
    show("open", `${open.length} 件`);
    show("waiting", notYet ? `其中 ${notYet} 件还没有启动` : " ");
    show("overdue", `${late.length} 件`);
    show("oldest", late.length ? `最早的应于 ${late.map((one) => one.effectiveDueOn).sort()[0]} 办结` : "没有逾期事项");
    element("late").classList.toggle("alarm", late.length > 0);
  } catch (failure) {
    ["open", "overdue"].forEach((id) => show(id, "—"));
    show("waiting", failure instanceof Locked ? "登录后可见" : "进度服务暂时没有应答");
    show("oldest", " ");
  }
}

/** Each service's interface as pages to read and try, where it has them; else its document. */
async function interfaces() {
  await Promise.all([...document.querySelectorAll(".openapi a")].map(async (link) => {
    const docs = `/api/${link.textContent}/docs`;
    try {
      if ((await fetch(docs, { method: "HEAD" })).ok) link.href = docs;
    } catch (unreachable) {
      // The document's address stays.
    }
  }));
}

async function refresh() {
  await machinery();
  await Promise.all([next(), deadlines()]);
}

document.querySelectorAll('.figures a, .links a[href^="/api/"]').forEach((link) => link.addEventListener("click", openSigned));
refresh().then(interfaces);
setInterval(tick, 1000);
setInterval(refresh, 5000);

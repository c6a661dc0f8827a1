"use strict";

const element = (id) => document.getElementById(id);
const format = (options) =>
  new Intl.DateTimeFormat("zh-CN", { timeZone: "Asia/Shanghai", hourCycle: "h23", hour: "2-digit", minute: "2-digit", ...options });
const short = format({ month: "numeric", day: "numeric" });
const long = format({ year: "numeric", month: "long", day: "numeric", weekday: "long", second: "2-digit" });

let shown = null; // the mail on the right
let view = "html";
let newest = ""; // what the list was last built from

const header = (mail, name) => {
  const found = mail.headers.find((one) => one.name.toLowerCase() === name);
  return found ? found.value : "";
};
// The name as printed in the mail, or else the bare address.
const recipient = (mail) => header(mail, "to") || mail.to.join("、");
const name = (mail) => recipient(mail).replace(/"/g, "").replace(/\s*<[^>]*>/g, "") || recipient(mail);

function node(tag, text) {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}

function row(mail) {
  const item = document.createElement("li");
  const button = document.createElement("button");
  button.dataset.id = mail.id;
  button.append(node("b", name(mail)), node("time", short.format(new Date(mail.receivedAt))), node("span", mail.subject || "（无主题）"));
  button.addEventListener("click", () => { location.hash = mail.id; });
  item.append(button);
  return item;
}

function mark() {
  document.querySelectorAll("#list button").forEach((button) =>
    button.setAttribute("aria-current", String(shown !== null && Number(button.dataset.id) === shown.id)));
}

async function refresh() {
  const to = element("search").value.trim();
  try {
    const answer = await fetch(`api/messages?limit=300&to=${encodeURIComponent(to)}`);
    const { items } = await answer.json();
    const built = JSON.stringify([to, items.map((mail) => mail.id)]);
    if (built === newest) return;
    newest = built;
    element("list").replaceChildren(...items.map(row));
    element("count").textContent = items.length
      ? `${items.length} 封，最新的在前`
      : to ? "没有发给这个收件人的邮件" : "还没有邮件";
    mark();
  } catch (unreachable) {
    newest = "";
    element("count").textContent = "收件箱暂时没有应答";
  }
}

async function open() {
  const id = location.hash.slice(1);
  if (!/^\d+$/.test(id)) return;
  const answer = await fetch(`api/messages/${id}`);
  if (!answer.ok) return;
  shown = await answer.json();
  element("empty").hidden = true;
  element("article").hidden = false;
  element("subject").textContent = shown.subject || "（无主题）";
  element("to").textContent = recipient(shown);
  element("from").textContent = header(shown, "from") || shown.from;
  element("time").textContent = long.format(new Date(shown.receivedAt));
  element("raw").href = `api/messages/${id}/raw`;
  element("raw").setAttribute("download", `${id}.eml`);
  // Nothing in a mail runs: the frame is sandboxed without scripts; links open beside.
  element("html").srcdoc = shown.html ? `<base target="_blank">${shown.html}` : "";
  element("text").textContent = shown.text;
  element("headers").tBodies[0].replaceChildren(...shown.headers.map((one) => {
    const line = document.createElement("tr");
    line.append(node("th", one.name), node("td", one.value));
    return line;
  }));
  choose(view);
  mark();
}

function choose(wanted) {
  view = wanted;
  let used = wanted;
  if ((used === "html" || used === "both") && !shown.html) used = "text";
  if ((used === "text" || used === "both") && !shown.text && shown.html) used = "html";
  element("html").hidden = used !== "html" && used !== "both";
  element("text").hidden = used !== "text" && used !== "both";
  element("headers").hidden = used !== "headers";
  document.querySelectorAll(".tabs button").forEach((tab) => {
    const one = tab.dataset.view;
    tab.disabled = (!shown.html && (one === "html" || one === "both")) || (!shown.text && (one === "text" || one === "both"));
    tab.setAttribute("aria-selected", String(one === used));
  });
}

document.querySelectorAll(".tabs button").forEach((tab) => tab.addEventListener("click", () => choose(tab.dataset.view)));
element("search").addEventListener("input", refresh);
addEventListener("hashchange", open);
refresh();
open();
setInterval(refresh, 3000);

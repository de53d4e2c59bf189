// Offers the names of units where one is asked for; they are fetched once, when the field is first entered.
let names = null;

async function fetchNames() {
  const answer = await fetch("/api/kernel/units", { headers: { "X-Requested-With": "fetch" } });
  return answer.ok ? (await answer.json()).filter(unit => unit.kind !== "innerOffice" && unit.kind !== "InnerOffice") : [];
}

export default function (place) {
  const field = place.querySelector("input");
  const list = place.querySelector("datalist");
  field?.addEventListener("focus", async () => {
    if (list.childElementCount > 0) return;
    names ??= fetchNames();
    const english = document.documentElement.lang.startsWith("en");
    list.replaceChildren(...(await names).map(unit => {
      const option = document.createElement("option");
      option.value = english && unit.englishName ? unit.englishName : unit.name;
      option.label = unit.code;
      return option;
    }));
  });
}

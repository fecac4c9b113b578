// The bench: a form on the left, the verdict on the right, the real package in between (Python in WebAssembly).
// Everything runs in this page, under its content security policy; nothing is sent anywhere.

const $ = (id) => document.getElementById(id);
const FORMAT = "kontaktforloeb-sag/1";
const EKSTRA = new Set(["noegle", "registreret", "erstatter", "annulleret"]);
const NAVNE = {
  perioder: ["Perioder", "periode"], haendelser: ["Hændelser", "hændelse"], samtaler: ["Samtaler", "samtale"],
  tilbud: ["Tilbud", "tilbud"], fritagelser: ["Fritagelser", "fritagelse"], beskaeftigelse: ["Beskæftigelse", "beskæftigelse"],
  timer: ["Timer", "måned"], forbrug: ["Forbrug", "måned"], ordninger: ["Ordninger", "ordning"],
};
const ORD = {
  id: "Sagens navn", kommune: "Kommune", foedselsdato: "Fødselsdato", forsikring: "Forsikring", ydelse: "Ydelse",
  maalgruppe: "Målgruppe", fra: "Fra", til: "Til og med", dato: "Dato", art: "Art", form: "Form", status: "Status",
  holdt_af: "Holdt af", afgivet: "Afgivet", grund: "Grund", timer_pr_uge: "Timer om ugen", maaned: "Måned",
  timer: "Timer", kategori: "Kategori", noegle: "Nøgle", registreret: "Registreret", erstatter: "Retter nøgle",
  annulleret: "Annulleret", undergrund: "Bygger på", pligt_fastholdt: "Pligten fastholdt", aarsag: "Afbrudt fordi",
  planlagt_til: "Planlagt til", a_kasse_deltog: "A-kassen deltog", formaal: "Formål", udland: "Udland", af: "Af",
  ventet: "Ventet", gaelder: "Gælder", skift: "Skift", i_ansaettelse: "I ansættelse", forudsigeligt: "Forudsigeligt",
  ledig_forsikret: "Ledig, forsikret", raadighedsafproevende: "Rådighedsafprøvende", kontakter: "Kontakter",
};
// Shown at once; the rest of a record's fields are folded away.
const FORREST = {
  perioder: ["ydelse", "maalgruppe", "fra", "til"], haendelser: ["art", "dato"],
  samtaler: ["dato", "art", "form", "status", "holdt_af"], tilbud: ["art", "fra", "til", "afgivet", "status"],
  fritagelser: ["grund", "fra", "til"], beskaeftigelse: ["fra", "til", "timer_pr_uge"],
  timer: ["maaned", "timer"], forbrug: ["maaned", "timer"], ordninger: ["art", "fra", "til"],
};

let python = null;
let valg = null;
let sag = null;
let seneste = null;
const aabne = new Set(["perioder", "haendelser", "samtaler"]);

function element(navn, egenskaber = {}, ...boern) {
  const e = document.createElement(navn);
  for (const [k, v] of Object.entries(egenskaber)) {
    if (k === "tekst") e.textContent = v;
    else if (k in e && k !== "list") e[k] = v;
    else e.setAttribute(k, v);
  }
  e.append(...boern);
  return e;
}

// --- loading -------------------------------------------------------------------------------------------------------

let trin = 0;
async function fremdrift(tekst) {
  $("trin").textContent = tekst;
  $("fremdrift").value = trin++;
  await new Promise((r) => requestAnimationFrame(() => setTimeout(r)));
}

function stop(tekst) {
  $("indlaesning").hidden = true;
  $("stop").hidden = false;
  $("stop").replaceChildren(
    element("p", {}, element("strong", { tekst })),
    element("p", { tekst: "De samme svar fås på kommandolinjen: kontaktforloeb vurder sag.json --pr 2020-01-09" }),
  );
}

async function hent(sti) {
  const svar = await fetch(new URL(sti, import.meta.url));
  if (!svar.ok) throw new Error(`${sti}: ${svar.status}`);
  return svar;
}

async function begynd() {
  if (typeof WebAssembly !== "object") return stop("Din browser kan ikke køre WebAssembly, som siden bygger på.");
  if (location.protocol === "file:") return stop("Siden skal åbnes gennem en webserver og ikke direkte fra en fil.");
  const startet = performance.now();
  try {
    await fremdrift("Henter Python og reglerne …");
    await startFraKopi().catch((fejl) => {
      console.info("Starter forfra:", fejl.message);
      return startForfra();
    });
    valg = JSON.parse(python.globals.get("options")());
    await fremdrift("Klar");
  } catch (fejl) {
    console.error(fejl);
    return stop("Reglerne kunne ikke indlæses.");
  }
  opbyg();
  $("indlaesning").hidden = true;
  $("baenk").hidden = false;
  if (!fraLink()) brugEksempel(valg.eksempler.findIndex((e) => e.navn === "EKS-JOBPARAT-2022"));
  document.documentElement.dataset.klar = String(Math.round(performance.now() - startet));
}

// Begin with the memory of a Python in which everything is imported already (made when the site was built).
async function startFraKopi() {
  const kopi = hent("start.snap").then((r) => new Response(r.body.pipeThrough(new DecompressionStream("gzip"))).arrayBuffer());
  const [{ loadPyodide }, { default: lav }] = await Promise.all([import("./pyodide/pyodide.mjs"), import("./pyodide/pyodide.asm.mjs")]);
  const hukommelse = new Uint8Array(await kopi);
  await fremdrift("Starter Python …");
  python = await loadPyodide({
    indexURL: new URL("pyodide/", import.meta.url).href,
    _loadSnapshot: hukommelse,
    // the memory begins too small for the copy
    createPyodideModule: async (valgte) => {
      const modul = await lav(valgte);
      modul.growMemory(hukommelse.length);
      return modul;
    },
  });
  // Files are no part of the memory: unpack the package, for what is imported or read later.
  setTimeout(() => hentHjul().then(pakUd), 1500);
}

async function startForfra() {
  const hjul = hentHjul();
  const { loadPyodide } = await import("./pyodide/pyodide.mjs");
  python = await loadPyodide({ indexURL: new URL("pyodide/", import.meta.url).href, fullStdLib: false });
  await fremdrift("Pakker reglerne ud …");
  pakUd(await hjul);
  await fremdrift("Læser reglerne …");
  python.runPython(await hent("motor.py").then((r) => r.text()));
}

async function hentHjul() {
  const navne = await hent("hjul/liste.json").then((r) => r.json());
  return Promise.all(navne.map((n) => hent(`hjul/${n}`).then((r) => r.arrayBuffer())));
}

function pakUd(arkiver) {
  for (const arkiv of arkiver) python.unpackArchive(arkiv, "wheel");
  python.runPython("import importlib; importlib.invalidate_caches()");
}

// --- the form ------------------------------------------------------------------------------------------------------

function opbyg() {
  $("eksempel").append(...valg.eksempler.map((e, i) => element("option", { value: i, tekst: e.titel })));
  $("lovgrundlag").append(...valg.lovgrundlag.map((g) => element("label", {},
    element("input", { type: "radio", name: "lovgrundlag", value: g.navn, checked: g.navn === "gaeldende" }),
    g.titel)));
  $("fortolkninger").append(...valg.fortolkninger.map((f) => {
    const id = `fortolkning-${f.navn}`;
    return element("div", { className: "felt" },
      element("label", { htmlFor: id, className: "spm", tekst: f.spoergsmaal }),
      element("select", { id, name: f.navn },
        ...Object.entries(f.valg).map(([kode, tekst]) =>
          element("option", { value: kode, tekst: (kode === f.standard ? "Standard: " : "") + tekst }))));
  }));
  $("formular").addEventListener("submit", (e) => e.preventDefault());
  $("hent").addEventListener("click", () => brugEksempel(Number($("eksempel").value)));
  $("pr").addEventListener("input", snart);
  $("lovgrundlag").addEventListener("change", snart);
  $("fortolkninger").addEventListener("change", snart);
  $("json").addEventListener("change", brugJson);
  $("kopier-sag").addEventListener("click", () => kopier(sagJson(), "Sagen er kopieret."));
  $("kopier-vurdering").addEventListener("click", () => seneste && kopier(seneste, "Vurderingen er kopieret."));
  $("kopier-link").addEventListener("click", () => kopier(link(), "Linket er kopieret. Det indeholder hele sagen."));
  $("udskriv").addEventListener("click", () => window.print());
  window.addEventListener("hashchange", fraLink);
}

function brugEksempel(nummer) {
  const e = valg.eksempler[nummer];
  $("eksempel").value = String(nummer);
  brug({ sag: structuredClone(e.sag), pr: e.pr, lovgrundlag: e.lovgrundlag, fortolkninger: e.fortolkninger });
}

function brug(nyt) {
  sag = nyt.sag;
  $("pr").value = nyt.pr;
  for (const r of document.getElementsByName("lovgrundlag")) r.checked = r.value === nyt.lovgrundlag;
  for (const f of valg.fortolkninger) $(`fortolkning-${f.navn}`).value = nyt.fortolkninger?.[f.navn] ?? f.standard;
  tegnSag();
  vurder();
}

function fraLink() {
  if (location.hash.length < 3) return false;
  try {
    const tekst = new TextDecoder().decode(Uint8Array.from(
      atob(location.hash.slice(1).replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0)));
    const nyt = JSON.parse(tekst);
    if (typeof nyt.sag !== "object" || typeof nyt.pr !== "string") throw new Error("not a case");
    brug({ lovgrundlag: "gaeldende", fortolkninger: {}, ...nyt });
    return true;
  } catch {
    kvitter("Linket kunne ikke læses; et eksempel er hentet i stedet.");
    return false;
  }
}

function link() {
  const bytes = new TextEncoder().encode(JSON.stringify(spoergsmaal()));
  let raa = "";
  for (const b of bytes) raa += String.fromCharCode(b);
  const kode = btoa(raa).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
  return `${location.href.split("#")[0]}#${kode}`;
}

function tegnSag() {
  $("skalarer").replaceChildren(...valg.felter.map((f) => felt(f, sag, f.navn)));
  $("lister").replaceChildren(...valg.lister.map(tegnListe));
  $("json").value = sagJson();
}

function tegnListe(liste) {
  const [overskrift, en] = NAVNE[liste.navn];
  const poster = sag[liste.navn] ?? [];
  const boks = element("details", { className: "liste-boks", open: aabne.has(liste.navn) || poster.length > 0 },
    element("summary", {}, `${overskrift} `, element("span", { className: "svag", tekst: `(${poster.length})` })),
    ...poster.map((post, i) => tegnPost(liste, post, i, en)),
    element("button", { type: "button", id: `tilfoej-${liste.navn}`, tekst: `Tilføj ${en}`, onclick: () => tilfoej(liste) }));
  return boks;
}

function tegnPost(liste, post, nummer, en) {
  const forrest = FORREST[liste.navn];
  const sti = `${liste.navn}[${nummer}]`;
  const bagved = liste.felter.filter((f) => !forrest.includes(f.navn));
  const brugt = bagved.some((f) => post[f.navn] !== undefined && post[f.navn] !== null);
  return element("fieldset", { className: "post", id: `sted-${sti}` },
    element("legend", { tekst: `${en[0].toUpperCase()}${en.slice(1)} ${nummer + 1}` }),
    element("div", { className: "felter" },
      ...forrest.map((n) => felt(liste.felter.find((f) => f.navn === n), post, `${sti}.${n}`))),
    element("details", { className: "mere", open: brugt },
      element("summary", { tekst: "Flere felter" }),
      element("div", { className: "felter" }, ...bagved.map((f) => felt(f, post, `${sti}.${f.navn}`)))),
    element("button", { type: "button", className: "fjern", "aria-label": `Fjern ${en} ${nummer + 1}`, tekst: "Fjern",
      onclick: () => fjern(liste, nummer) }));
}

function felt(f, post, sti) {
  const id = `sted-${sti}`;
  const nu = post[f.navn];
  const skriv = (vaerdi) => {
    if (vaerdi === "" || vaerdi === undefined) delete post[f.navn];
    else post[f.navn] = vaerdi;
    $("json").value = sagJson();
    snart();
  };
  let styring;
  if (f.koder.length || f.slags === "SANDHED") {
    const koder = f.slags === "SANDHED" ? [["true", "ja"], ["false", "nej"]] : f.koder;
    styring = element("select", { id },
      ...(f.kraevet ? [] : [element("option", { value: "", tekst: "ikke oplyst" })]),
      ...koder.map(([kode, tekst]) => element("option", { value: kode, tekst })));
    styring.value = nu === undefined || nu === null ? "" : String(nu);
    styring.addEventListener("change", () => {
      const v = styring.value;
      skriv(f.slags === "SANDHED" && v ? v === "true" : f.heltal && v ? Number(v) : v);
    });
  } else {
    const type = { DATO: "date", MAANED: "month" }[f.slags] ?? "text";
    const tekst = Array.isArray(nu) ? nu.join(", ") : nu ?? "";
    styring = element("input", { id, type, value: String(tekst) });
    if (f.slags === "TIMER") styring.inputMode = "decimal";
    styring.addEventListener("input", () => {
      const v = styring.value.trim();
      if (f.slags === "DATOER") skriv(v ? v.split(/[\s,;]+/) : "");
      else skriv(f.slags === "TIMER" ? v.replace(",", ".") : v);
    });
  }
  styring.title = f.om;
  return element("label", { className: "felt", htmlFor: id }, element("span", { tekst: ORD[f.navn] ?? f.om }), styring);
}

function tilfoej(liste) {
  const poster = (sag[liste.navn] ??= []);
  const dag = $("pr").value || "2022-03-07";
  const begyndelse = sag.perioder?.[0]?.fra ?? dag;
  const nye = {
    perioder: { ydelse: "kontanthjaelp", maalgruppe: "jobparat", fra: dag },
    haendelser: { art: "foerste-henvendelse", dato: begyndelse },
    samtaler: { dato: dag, art: "jobsamtale", form: "fremmoede", status: "afholdt", holdt_af: "jobcenter" },
    tilbud: { art: "virksomhedspraktik", fra: dag, status: "planlagt" },
    fritagelser: { grund: "barsel", fra: dag },
    beskaeftigelse: { fra: dag, timer_pr_uge: "20" },
    timer: { maaned: dag.slice(0, 7), timer: "160.33" },
    forbrug: { maaned: dag.slice(0, 7), timer: "160.33" },
    ordninger: { art: "forsoegskommune", fra: begyndelse },
  };
  poster.push(nye[liste.navn]);
  aabne.add(liste.navn);
  tegnSag();
  $(`sted-${liste.navn}[${poster.length - 1}].${FORREST[liste.navn][0]}`).focus();
  vurder();
}

function fjern(liste, nummer) {
  sag[liste.navn].splice(nummer, 1);
  if (!sag[liste.navn].length && !liste.kraevet) delete sag[liste.navn];
  aabne.add(liste.navn);
  tegnSag();
  $(`tilfoej-${liste.navn}`).focus();
  kvitter("Fjernet.");
  vurder();
}

function brugJson() {
  try {
    const nyt = JSON.parse($("json").value);
    if (typeof nyt !== "object" || nyt === null || Array.isArray(nyt)) throw new SyntaxError("ikke et objekt");
    sag = nyt;
    tegnSag();
    vurder();
  } catch (fejl) {
    visFejl([{ sti: "json", tekst: `Sagen er ikke gyldig JSON: ${fejl.message}` }], 1);
  }
}

// --- the verdict ---------------------------------------------------------------------------------------------------

let ur = 0;
function snart() {
  clearTimeout(ur);
  ur = setTimeout(vurder, 200);
}

function spoergsmaal() {
  const fortolkninger = {};
  for (const f of valg.fortolkninger) {
    const v = $(`fortolkning-${f.navn}`).value;
    if (v && v !== f.standard) fortolkninger[f.navn] = v;
  }
  const grundlag = [...document.getElementsByName("lovgrundlag")].find((r) => r.checked);
  return { sag: { format: FORMAT, ...sag }, pr: $("pr").value, lovgrundlag: grundlag?.value ?? "gaeldende", fortolkninger };
}

function vurder() {
  clearTimeout(ur);
  const asked = spoergsmaal();
  const antal = Object.keys(asked.fortolkninger).length;
  $("antal-valgt").textContent = antal ? `(${antal} valgt anderledes)` : "(standard)";
  const svar = JSON.parse(python.globals.get("judge")(JSON.stringify(asked)));
  for (const e of document.querySelectorAll('[aria-invalid="true"]')) e.removeAttribute("aria-invalid");
  if (svar.fejl) return visFejl(svar.fejl, svar.antal);
  $("fejl").hidden = true;
  seneste = svar.json;
  // A style in an attribute is against the policy; the one in the picture is set from here instead.
  $("svar").innerHTML = svar.html.replaceAll(/ style="--maaneder:(\d+)"/g, ' data-maaneder="$1"');
  for (const e of $("svar").querySelectorAll("[data-maaneder]")) e.style.setProperty("--maaneder", e.dataset.maaneder);
  $("resume").textContent = `Samlet: ${svar.samlet}. ${svar.krav} krav.`;
  document.documentElement.dataset.vurderet = String(Number(document.documentElement.dataset.vurderet ?? 0) + 1);
}

function visFejl(fejl, antal) {
  seneste = null;
  $("svar").replaceChildren();
  $("resume").textContent = "";
  const punkter = fejl.map((f) => {
    const sted = $(`sted-${f.sti}`) ?? $(f.sti);
    if (!sted) return element("li", { tekst: f.tekst });
    if (sted.matches("input, select, textarea")) sted.setAttribute("aria-invalid", "true");
    const til = element("a", { href: "#formular", tekst: f.tekst });
    til.addEventListener("click", (e) => {
      e.preventDefault();
      for (let d = sted.closest("details"); d; d = d.parentElement.closest("details")) d.open = true;
      (sted.matches("fieldset") ? sted.querySelector("input, select") : sted).focus();
    });
    return element("li", {}, til);
  });
  $("fejl").replaceChildren(
    element("p", { tekst: antal === 1 ? "Ret dette, så kan sagen vurderes:" : `Ret disse ${antal} ting, så kan sagen vurderes:` }),
    element("ul", {}, ...punkter));
  $("fejl").hidden = false;
}

// --- taking it along -----------------------------------------------------------------------------------------------

function sagJson() {
  return JSON.stringify({ format: FORMAT, ...sag }, null, 2);
}

async function kopier(tekst, besked) {
  try {
    await navigator.clipboard.writeText(tekst);
  } catch {
    const felt = element("textarea", { value: tekst, className: "skjult" });
    document.body.append(felt);
    felt.select();
    document.execCommand("copy");
    felt.remove();
  }
  kvitter(besked);
}

function kvitter(besked) {
  $("kvittering").textContent = besked;
  setTimeout(() => { if ($("kvittering").textContent === besked) $("kvittering").textContent = ""; }, 6000);
}

// For the tests: the verdict as the command line would write it.
globalThis.kontaktforloeb = { vurdering: () => seneste, brug: (nyt) => brug(nyt) };

begynd();

// `npm run reference`: writes docs/reference/, one page a room, from the doc comments of what the package exports.
// With `--check` it writes nothing and fails when a page is not as the code has it.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const root = fileURLToPath(new URL("../", import.meta.url));
const folder = join(root, "docs/reference");

/**
 * The pages by file name.
 *
 * @param choices  the page of all choices, which only running code knows
 */
export function referencePages(choices) {
  const program = programOf(join(root, "src/index.ts"));
  const checker = program.getTypeChecker();
  const entry = program.getSourceFile(join(root, "src/index.ts"));
  const rooms = new Map();
  for (const exported of checker.getExportsOfModule(checker.getSymbolAtLocation(entry))) {
    const symbol =
      exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
    const declaration = symbol.declarations?.[0];
    if (declaration === undefined) continue;
    const path = relative(root, declaration.getSourceFile().fileName);
    const room = path.split("/")[1];
    if (!rooms.has(room)) rooms.set(room, []);
    rooms.get(room).push({ name: exported.name, symbol, declaration, path });
  }
  const browser = program.getSourceFile(join(root, "src/browser.ts"));
  const about = roomSentences(entry.text + browser.text);
  const pages = new Map();
  for (const [room, entries] of [...rooms].sort())
    pages.set(`${room}.md`, roomPage(room, about.get(room), entries, checker));
  pages.set("choices.md", choices);
  pages.set("README.md", indexPage(rooms, about));
  return pages;
}

function programOf(path) {
  const { config } = ts.readConfigFile(join(root, "tsconfig.json"), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  return ts.createProgram([path], { ...options, noEmit: true });
}

/** What the entries say of each room: `// information: Eq. 1 and what it is made of`. */
function roomSentences(text) {
  return new Map(
    [...text.matchAll(/^\/\/ ([a-z]+): (.+)$/gm)].map(([, room, words]) => [room, words]),
  );
}

function indexPage(rooms, about) {
  const lines = [...rooms].sort().map(([room, entries]) => {
    const names = inOrder(entries).map(({ name }) => `[${name}](${room}.md#${anchor(name)})`);
    return `- **[${room}](${room}.md)** (${entries.length}): ${about.get(room) ?? ""}\n  ${names.join(", ")}`;
  });
  return `# Reference\n\nMade from the doc comments by \`npm run reference\`; every example on these pages runs as a test. What there is to\nchoose, with formulas and domains: [choices](choices.md).\n\n${lines.join("\n")}\n`;
}

function roomPage(room, about, entries, checker) {
  const sorted = inOrder(entries);
  const parts = sorted.map((entry) => section(entry, checker));
  return `# ${room}\n\n${about ? `${about[0].toUpperCase()}${about.slice(1)}.\n\n` : ""}${parts.join("\n")}`;
}

/** What one calls before what one only names; by name within each. */
function inOrder(entries) {
  const isType = ({ declaration }) =>
    ts.isInterfaceDeclaration(declaration) || ts.isTypeAliasDeclaration(declaration);
  return [...entries].sort((a, b) => isType(a) - isType(b) || (a.name < b.name ? -1 : 1));
}

function section({ name, symbol, declaration, path }, checker) {
  const doc = docOf(symbol, checker);
  const source = `Source file: [${path}](../../${path})`;
  return [
    `## ${name}`,
    "",
    fence(signature(declaration, checker, symbol)),
    "",
    ...(doc.text ? [doc.text, ""] : []),
    ...doc.tags.flatMap((tag) => [tag, ""]),
    source,
    "",
  ].join("\n");
}

/** The declaration without its body, as a reader would type it. */
function signature(declaration, checker, symbol) {
  const text = declaration.getSourceFile().text;
  if (ts.isFunctionDeclaration(declaration)) {
    const overloads = symbol.declarations.filter((one) => !one.body);
    const shown = overloads.length > 0 ? overloads : [declaration];
    return shown
      .map((one) => text.slice(one.getStart(), one.body?.getStart() ?? one.end).trim())
      .map((line) => line.replace(/^export /, "").replace(/;$/, ""))
      .join("\n");
  }
  if (ts.isInterfaceDeclaration(declaration) || ts.isTypeAliasDeclaration(declaration))
    return text.slice(declaration.getStart(), declaration.end).replace(/^export /, "");
  if (ts.isClassDeclaration(declaration)) return classOutline(declaration, text);
  const type = checker.typeToString(checker.getTypeOfSymbolAtLocation(symbol, declaration));
  return `const ${symbol.name}: ${type}`;
}

function classOutline(declaration, text) {
  const isHidden = (member) =>
    member.name && (ts.isPrivateIdentifier(member.name) || member.name.getText().startsWith("#"));
  const head = text.slice(declaration.getStart(), declaration.members.pos).replace(/^export /, "");
  const members = declaration.members
    .filter((member) => !isHidden(member))
    .map((member) => text.slice(member.getStart(), member.body?.getStart() ?? member.end).trim());
  return `${head.trim()}\n${members.map((line) => `  ${line.replace(/;?$/, ";")}`).join("\n")}\n}`;
}

function docOf(symbol, checker) {
  const text = ts.displayPartsToString(symbol.getDocumentationComment(checker)).trim();
  const tags = symbol.getJsDocTags(checker);
  const words = (tag) => ts.displayPartsToString(tag.text).trim();
  const named = tags
    .filter(({ name }) => name === "param")
    .map((tag) => words(tag).replace(/^(\S+)\s+(?:-\s*)?/, "- `$1`: "));
  const one = (name, title) =>
    tags.filter((tag) => tag.name === name).map((tag) => `**${title}** ${words(tag)}`);
  const examples = tags.filter(({ name }) => name === "example").map((tag) => fence(words(tag)));
  return {
    text,
    tags: [
      ...(named.length > 0 ? [named.join("\n")] : []),
      ...one("returns", "Returns"),
      ...one("throws", "Throws"),
      ...examples,
    ],
  };
}

function fence(code) {
  return `\`\`\`ts\n${code}\n\`\`\``;
}

function anchor(name) {
  return name.toLowerCase();
}

async function main() {
  const { choicesPage } = await import("../dist/catalogue/choices-page.js");
  const { choiceGroups } = await import("../dist/catalogue/choice-groups.js");
  const pages = referencePages(choicesPage(choiceGroups()));
  if (!process.argv.includes("--check")) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    for (const [name, text] of pages) writeFileSync(join(folder, name), text);
    console.log(`docs/reference: ${pages.size} pages`);
    return;
  }
  const there = existsSync(folder) ? readdirSync(folder) : [];
  const stale = [...new Set([...there, ...pages.keys()])].filter(
    (name) => !there.includes(name) || readFileSync(join(folder, name), "utf8") !== pages.get(name),
  );
  if (stale.length === 0) return;
  console.error(
    `docs/reference is not as the code has it: ${stale.join(", ")}; run npm run reference`,
  );
  process.exitCode = 1;
}

if (basename(process.argv[1] ?? "") === "reference.mjs" && dirname(process.argv[1])) await main();

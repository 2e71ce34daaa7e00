// Makes build/assets/ from node_modules: one vendor style sheet, the four icons
// it names and the two vendor script modules. Nothing it makes is committed.
import { copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { compile } from "sass";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, "node_modules");
const moj = join(modules, "@ministryofjustice", "frontend", "moj");
const out = join(root, "build", "assets");

const SCRIPTS = [
  join(modules, "govuk-frontend", "dist", "govuk", "govuk-frontend.min.js"),
  join(moj, "moj-frontend.min.js"),
];

// Another brand's fonts and crown must never reach a page.
const FORBIDDEN = ["@font-face", "GDS Transport", "crown"];

function compileVendorSheet() {
  const { css } = compile(join(root, "frontend", "vendor.scss"), {
    loadPaths: [root, modules],
    style: "compressed",
    quietDeps: true,
  });
  const found = FORBIDDEN.filter((word) => css.includes(word));
  if (found.length) throw new Error(`vendor.css contains ${found.join(", ")}`);
  return css;
}

function iconsNamedIn(css) {
  return new Set([...css.matchAll(/url\(\.\.\/images\/([\w-]+\.svg)\)/g)].map((m) => m[1]));
}

// The source map is not served, and hashing of static files fails on its name.
async function copyScript(path) {
  const code = await readFile(path, "utf8");
  const target = join(out, "js", basename(path));
  await writeFile(target, code.replace(/\/\/# sourceMappingURL=.*\s*$/, "\n"));
}

await rm(out, { recursive: true, force: true });
for (const folder of ["css", "images", "js"]) {
  await mkdir(join(out, folder), { recursive: true });
}
const css = compileVendorSheet();
await writeFile(join(out, "css", "vendor.css"), css);
for (const icon of iconsNamedIn(css)) {
  await copyFile(join(moj, "assets", "images", icon), join(out, "images", icon));
}
for (const path of SCRIPTS) await copyScript(path);
console.log("build/assets is ready");

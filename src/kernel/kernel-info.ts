import { productVersion } from "../run/product-version.js";

/** The answer to `kernel_info_request`. */
export function kernelInfo(): Readonly<Record<string, unknown>> {
  return {
    status: "ok",
    protocol_version: "5.3",
    implementation: "value-compass",
    implementation_version: productVersion(),
    language_info: {
      name: "typescript",
      version: "5.0.4",
      mimetype: "text/typescript",
      file_extension: ".ts",
      // Both names are needed: JupyterLab reads the first, the classic notebook the others.
      codemirror_mode: { mode: "typescript", name: "javascript", typescript: true },
    },
    banner: "Value Compass: TypeScript cells on tslab's compiler",
    help_links: [],
    debugger: false,
  };
}

"""The suite of jupyter_kernel_test against the kernel "value-compass".

Left out, since it does not apply: the pager, which TypeScript has none of.
"""

import unittest

import jupyter_kernel_test


class ValueCompassKernelTests(jupyter_kernel_test.KernelTests):
    kernel_name = "value-compass"
    language_name = "typescript"
    file_extension = ".ts"
    code_hello_world = 'console.log("hello, world");'
    code_stderr = 'console.error("oops");'
    completion_samples = [
        {"text": "vc.showTab", "matches": {"showTable"}},
    ]
    complete_code_samples = ["1", "const a = 1;", "function f() { return 1; }\nf();"]
    incomplete_code_samples = ["function f() {", "[1, 2,", "if (true) {"]
    code_generate_error = 'throw new Error("broken");'
    code_execute_result = [
        {"code": "1 + 2 + 3", "result": "6"},
        {"code": '"text"', "result": "'text'"},
        {"code": "[1, 2]", "result": "[ 1, 2 ]"},
    ]
    code_history_pattern = "1 ? 2*"
    supported_history_operations = ("tail", "range", "search")
    code_display_data = [
        {"code": 'vc.showTable(["a"], [[1]]);', "mime": "text/html"},
        {"code": 'require("tslab").display.html("<b>x</b>");', "mime": "text/html"},
    ]
    code_inspect_sample = "vc.showTable"
    code_clear_output = 'require("value-compass/comms").kernelHost().clearOutput(false);'


if __name__ == "__main__":
    unittest.main()

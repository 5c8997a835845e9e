import { creativeName } from "../../../creative-name.js";
import { translateError } from "../../../report-error.js";
import type { ReportedError } from "../../../scan-report.js";
import type { PageScan } from "../../page-data.js";
import { useSpeech } from "../speech.js";

/** Files that could not be read, and warnings, each with what to do; nothing where all went well. */
export function Troubles({ scan }: { readonly scan: PageScan }) {
  const { texts } = useSpeech();
  return (
    <>
      <TroubleTable
        heading={texts.headings.failed}
        rows={scan.failed.map((creative) => ({ path: creativeName(creative), error: creative.error }))}
      />
      <TroubleTable
        heading={texts.headings.warnings}
        rows={scan.warnings.map((warning) => ({ path: warning.path ?? "", error: warning }))}
      />
    </>
  );
}

function TroubleTable({
  heading,
  rows,
}: {
  readonly heading: string;
  readonly rows: readonly { readonly path: string; readonly error: ReportedError }[];
}) {
  const { texts } = useSpeech();
  if (rows.length === 0) return null;
  const { file, problem, remedy } = texts.columns;
  return (
    <section class="card troubles">
      <h2>{heading}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{file}</th>
            <th scope="col">{problem}</th>
            <th scope="col">{remedy}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ path, error }) => {
            const told = translateError(error, texts);
            return (
              <tr key={`${path}\n${error.message}`}>
                <th scope="row">{path}</th>
                <td data-label={problem}>{told.message}</td>
                <td data-label={remedy}>{told.remedy}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

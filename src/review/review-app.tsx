import { useMemo, useState } from "preact/hooks";
import { ServiceError } from "../client/service-error.js";
import { PageFrame } from "../report/html/app/page-frame.js";
import { speechOf } from "../report/html/app/speech.js";
import type { Language } from "../report/texts/language.js";
import { useReviewLabels } from "./labels/use-review-labels.js";
import { LibraryView } from "./library-view.js";
import { useClient } from "./service/use-client.js";
import { useLibrary } from "./service/use-library.js";
import { useToken } from "./service/use-token.js";
import { TokenForm } from "./token-form.js";
import { Trouble } from "./trouble.js";

/** The review page: the views of the report, live on a library. */
export function ReviewApp() {
  const [language, setLanguage] = useState<Language>(navigator.language.startsWith("zh") ? "zh" : "en");
  const speech = useMemo(() => speechOf(language), [language]);
  // Before anything is asked for: the service's errors come in this language.
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  return (
    <PageFrame speech={speech} onLanguage={setLanguage}>
      <Library />
    </PageFrame>
  );
}

function Library() {
  const labels = useReviewLabels();
  const [token, setToken] = useToken();
  const client = useClient(token);
  const library = useLibrary(client, token !== undefined);
  const { data, revision, error, tokenWanted } = library;
  if (tokenWanted || (error instanceof ServiceError && error.code === "TOKEN_INVALID"))
    return <TokenForm error={error} onToken={setToken} />;
  return (
    <>
      {error !== undefined && (
        <>
          <Trouble error={error} />
          <button type="button" onClick={library.reload}>
            {labels.again}
          </button>
        </>
      )}
      {data && <LibraryView {...{ client, data, revision }} onChanged={library.reload} />}
      {data === undefined && error === undefined && <p role="status">{labels.loading}</p>}
      {data && <footer class="foot">{labels.foot(data.version)}</footer>}
    </>
  );
}

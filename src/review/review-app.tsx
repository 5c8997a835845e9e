import { useCallback, useMemo, useRef, useState } from "preact/hooks";
import { ServiceError } from "../client/service-error.js";
import { PageFrame } from "../report/html/app/page-frame.js";
import { speechOf } from "../report/html/app/speech.js";
import type { Language } from "../report/texts/language.js";
import { Announcements } from "./announcements.js";
import { useReviewLabels } from "./labels/use-review-labels.js";
import { LibraryView } from "./library-view.js";
import { LostConnection } from "./service/lost-connection.js";
import { useClient } from "./service/use-client.js";
import { useConnection } from "./service/use-connection.js";
import { type KnownLibrary, useLibrary } from "./service/use-library.js";
import { useToken } from "./service/use-token.js";
import { UnreachableError } from "./service/watched-client.js";
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
      <Announcements>
        <Library />
      </Announcements>
    </PageFrame>
  );
}

function Library() {
  const labels = useReviewLabels();
  const [token, setToken] = useToken();
  const reload = useRef<KnownLibrary["reload"]>(undefined);
  const connection = useConnection(useCallback(() => void reload.current?.(), []));
  const client = useClient(token, connection.lose);
  const library = useLibrary(client, token !== undefined);
  reload.current = library.reload;
  const { data, revision, error, tokenWanted } = library;
  if (tokenWanted || (error instanceof ServiceError && error.code === "TOKEN_INVALID"))
    return <TokenForm error={error} onToken={setToken} />;
  return (
    <>
      <LostConnection connection={connection} />
      {error !== undefined && !(error instanceof UnreachableError) && (
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

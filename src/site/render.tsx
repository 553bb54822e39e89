import { renderToStaticMarkup } from 'react-dom/server'
import { Page, type Sheet } from './layout/Sheet'
import { ViewProvider, type View } from './view'

/** One page as HTML. */
export const renderSheet = (view: View, sheet: Sheet): string =>
  `<!doctype html>${renderToStaticMarkup(
    <ViewProvider value={view}>
      <Page {...sheet} />
    </ViewProvider>,
  )}`

import type { Frame } from './frame.ts'
import { Page } from './page.tsx'
import { PageHeading } from './page-heading.tsx'
import { FormParts } from './styleguide/form-parts.tsx'
import { ListParts } from './styleguide/list-parts.tsx'
import { StateParts } from './styleguide/state-parts.tsx'
import { WordParts } from './styleguide/word-parts.tsx'

/** Every part in every state on one page, to judge the look by; for development only, so its samples are English. */
export function Styleguide({ frame }: { frame: Frame }) {
  return (
    <Page
      frame={frame}
      title="Styleguide"
      wide
      breadcrumb={[{ label: 'Home', href: '/' }, { label: 'Styleguide' }]}
      flash={{
        kind: 'success',
        title: 'Access request sent',
        text: 'The administrators of ACME have been told.',
      }}
    >
      <PageHeading title="Styleguide" lead="Every part of the product, in every state it can be in." />
      <StateParts />
      <WordParts reader={frame.reader} />
      <ListParts reader={frame.reader} />
      <FormParts reader={frame.reader} />
    </Page>
  )
}

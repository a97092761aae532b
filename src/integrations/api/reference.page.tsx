import { apiDocumentPath } from '../../paths/api.ts'
import { tokensPath } from '../../paths/people.ts'
import { Fold, type Frame, Link, Page, PageHeading, Prose, Section, Stack, Table } from '../../ui/index.ts'
import { words } from '../messages/index.ts'
import type { ApiDocument, DocumentedOperation } from './document.ts'
import { Fields, OperationPart } from './operation-part.tsx'
import { problemKinds } from './problem-kinds.ts'
import { fieldsOf, type SchemaField, typeOf } from './schema-fields.ts'
import type { JsonSchema } from './schemas.ts'

type Listed = { readonly path: string; readonly method: string; readonly operation: DocumentedOperation }

function listed(document: ApiDocument): Listed[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  )
}

/** The API, as people read it: made of the same document that programs read. */
export function ReferencePage({ frame, document }: { frame: Frame; document: ApiDocument }) {
  const t = words.for(frame.reader)
  const operations = listed(document)
  return (
    <Page frame={frame} title={t('api.title')} wide>
      <PageHeading title={t('api.title')} lead={t('api.lead')} />
      <Beginning frame={frame} document={document} />
      <Section title={t('api.contents')} lead={t('api.contents.lead')}>
        <Stack tight>
          {operations.map((one) => (
            <OperationPart reader={frame.reader} document={document} {...one} />
          ))}
        </Stack>
      </Section>
      <Shapes frame={frame} document={document} />
      <Problems frame={frame} />
    </Page>
  )
}

function Beginning({ frame, document }: { frame: Frame; document: ApiDocument }) {
  const t = words.for(frame.reader)
  const { description } = document.info as { description: string }
  return (
    <Section title={t('api.start')}>
      <Prose>
        {description.split('\n\n').map((paragraph) => (
          <p lang="en">{paragraph}</p>
        ))}
        <ul>
          <li>
            <Link href={tokensPath.to()}>{t('api.token')}</Link>
          </li>
          <li>
            <Link href={apiDocumentPath.to()}>{t('api.document')}</Link>
          </li>
        </ul>
      </Prose>
    </Section>
  )
}

function Shapes({ frame, document }: { frame: Frame; document: ApiDocument }) {
  const t = words.for(frame.reader)
  const shapes = Object.entries(document.components.schemas)
  return (
    <Section title={t('api.shapes')} lead={t('api.shapes.lead')} id="shapes">
      <Stack>
        {shapes.map(([name, schema]) => (
          <Fold summary={<code>{name}</code>}>
            <Fields reader={frame.reader} caption={name} fields={shapeOf(name, schema, document)} />
          </Fold>
        ))}
      </Stack>
    </Section>
  )
}

function shapeOf(name: string, schema: JsonSchema, document: ApiDocument): readonly SchemaField[] {
  const fields = fieldsOf(schema, document)
  if (fields.length > 0) return fields
  return [{ name, type: typeOf(schema), needed: false, description: String(schema.description ?? '') }]
}

function Problems({ frame }: { frame: Frame }) {
  const t = words.for(frame.reader)
  return (
    <Section title={t('api.problems')} lead={t('api.problems.lead')} id="problems">
      <Fold summary={t('api.problems.all')}>
        <Table
          reader={frame.reader}
          caption={t('api.problems')}
          rows={Object.entries(problemKinds)}
          rowId={([code]) => `problem-${code}`}
          dense
          columns={[
            { label: t('api.code'), heads: true, fit: true, cell: ([code]) => code },
            { label: t('api.meaning'), cell: ([, meaning]) => <span lang="en">{meaning}</span> },
          ]}
        />
      </Fold>
    </Section>
  )
}

import { apiDocumentPath, apiPartPath, apiReferencePath } from '../../paths/api.ts'
import { tokensPath } from '../../paths/people.ts'
import {
  type Column,
  Fold,
  type Frame,
  Link,
  Page,
  PageHeading,
  Prose,
  Section,
  Stack,
  Table,
} from '../../ui/index.ts'
import { words } from '../messages/index.ts'
import type { ApiDocument } from './document.ts'
import { Fields, OperationPart, scopeOf } from './operation-part.tsx'
import { type ApiPart, type Listed, partsOf, shapesOf } from './parts.ts'
import { problemKinds } from './problem-kinds.ts'
import { fieldsOf, type SchemaField, typeOf } from './schema-fields.ts'
import type { JsonSchema } from './schemas.ts'

/** The API, as people read it: made of the same document that programs read. */
export function ReferencePage({ frame, document }: { frame: Frame; document: ApiDocument }) {
  const t = words.for(frame.reader)
  return (
    <Page frame={frame} title={t('api.title')} wide>
      <PageHeading title={t('api.title')} lead={t('api.lead')} />
      <Beginning frame={frame} document={document} />
      <Section title={t('api.contents')} lead={t('api.kinds.lead')}>
        <Stack tight>
          {partsOf(document).map((part) => (
            <Contents frame={frame} part={part} />
          ))}
        </Stack>
      </Section>
      <Problems frame={frame} />
    </Page>
  )
}

function Contents({ frame, part }: { frame: Frame; part: ApiPart }) {
  const t = words.for(frame.reader)
  const columns: Column<Listed>[] = [
    {
      label: t('api.operation'),
      heads: true,
      cell: ({ operation }) => (
        <span lang="en">
          <Link href={apiPartPath.to(part.slug, operation.operationId)}>{operation.summary}</Link>
        </span>
      ),
    },
    {
      label: t('api.address'),
      cell: ({ method, path }) => (
        <code>
          {method} {path}
        </code>
      ),
    },
    { label: t('api.scope'), fit: true, cell: ({ operation }) => scopeOf(operation) },
  ]
  const { name, slug, operations } = part
  return (
    <Fold summary={<Kind name={name} count={t('api.count', { n: operations.length })} />}>
      <Stack>
        <Table reader={frame.reader} caption={name} dense rows={operations} columns={columns} />
        <p>
          <Link href={apiPartPath.to(slug)}>{t('api.all-of-kind')}</Link>
        </p>
      </Stack>
    </Fold>
  )
}

function Kind({ name, count }: { name: string; count: string }) {
  return (
    <span class="fold-heading">
      <strong lang="en">{name}</strong> <span class="muted">{count}</span>
    </span>
  )
}

/** The operations of one kind, each with what it takes and answers. */
export function PartPage(props: { frame: Frame; document: ApiDocument; part: ApiPart }) {
  const { frame, document, part } = props
  const t = words.for(frame.reader)
  return (
    <Page
      frame={frame}
      title={`${part.name} · ${t('api.title')}`}
      wide
      breadcrumb={[{ label: t('api.title'), href: apiReferencePath.to() }, { label: part.name }]}
    >
      <PageHeading title={part.name} lead={t('api.contents.lead')} />
      <Stack tight>
        {part.operations.map((one) => (
          <OperationPart reader={frame.reader} document={document} {...one} />
        ))}
      </Stack>
      <Shapes {...props} />
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

function Shapes({ frame, document, part }: { frame: Frame; document: ApiDocument; part: ApiPart }) {
  const t = words.for(frame.reader)
  const shapes = shapesOf(document, part)
  if (shapes.length === 0) return null
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

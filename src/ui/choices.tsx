import type { Child } from '#jsx'
import { type FieldProps, GroupFrame } from './field-frame.tsx'

/** One thing to choose, with a line of help; `children` are its own parts (a tree), `inside` opens when it is chosen. */
export type Choice = {
  value: string
  label: Child
  help?: Child
  disabled?: boolean | undefined
  children?: readonly Choice[] | undefined
  inside?: Child
}

/** One of several, all of them seen at once. The first one's id is the group's id with `-1`. */
export function Radios(props: FieldProps & { items: readonly Choice[]; value?: string | undefined }) {
  const chosen = props.value === undefined ? [] : [props.value]
  return (
    <GroupFrame field={props}>
      <Choices
        kind="radio"
        name={props.name}
        id={props.id ?? props.name}
        items={props.items}
        chosen={chosen}
      />
    </GroupFrame>
  )
}

/** Any number of several; a tree is shown by indenting. */
export function Checkboxes(
  props: FieldProps & { items: readonly Choice[]; values?: readonly string[] | undefined },
) {
  return (
    <GroupFrame field={props}>
      <Choices
        kind="checkbox"
        name={props.name}
        id={props.id ?? props.name}
        items={props.items}
        chosen={props.values ?? []}
      />
    </GroupFrame>
  )
}

/** A single box to tick, with its sentence. */
export function Checkbox(props: {
  name: string
  value?: string | undefined
  label: Child
  help?: Child
  checked?: boolean | undefined
  id?: string | undefined
}) {
  const item = { value: props.value ?? 'yes', label: props.label, help: props.help }
  return (
    <Choices
      kind="checkbox"
      name={props.name}
      id={props.id ?? props.name}
      items={[item]}
      chosen={props.checked ? [item.value] : []}
    />
  )
}

type Group = {
  kind: 'radio' | 'checkbox'
  name: string
  id: string
  items: readonly Choice[]
  chosen: readonly string[]
}

function Choices({ items, ...group }: Group) {
  return (
    <ul class="choices">
      {items.map((item, index) => (
        <Item {...group} item={item} id={`${group.id}-${index + 1}`} />
      ))}
    </ul>
  )
}

function Item({ item, id, ...group }: Omit<Group, 'items'> & { item: Choice }) {
  const helpId = item.help === undefined ? undefined : `${id}-help`
  return (
    <li>
      <div class="choice">
        <input
          type={group.kind}
          id={id}
          name={group.name}
          value={item.value}
          checked={group.chosen.includes(item.value)}
          disabled={item.disabled}
          aria-describedby={helpId}
        />
        <label for={id}>{item.label}</label>
        {item.help !== undefined && (
          <p class="help" id={helpId}>
            {item.help}
          </p>
        )}
      </div>
      {item.inside !== undefined && <div class="choice-inside">{item.inside}</div>}
      {item.children && item.children.length > 0 && <Choices {...group} id={id} items={item.children} />}
    </li>
  )
}

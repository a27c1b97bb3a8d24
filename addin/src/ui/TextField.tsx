import { Field, Input, Textarea } from '@fluentui/react-components'

interface TextFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly hint?: string
  readonly placeholder?: string
  /** Room for several sentences. */
  readonly long?: boolean
}

/** A required text. */
export function TextField({ label, value, onChange, hint, placeholder = '', long = false }: TextFieldProps) {
  return (
    <Field label={label} required {...(hint === undefined ? {} : { hint })}>
      {long ? (
        <Textarea
          value={value}
          placeholder={placeholder}
          maxLength={2000}
          onChange={(_, data) => onChange(data.value)}
        />
      ) : (
        <Input value={value} placeholder={placeholder} maxLength={500} onChange={(_, data) => onChange(data.value)} />
      )}
    </Field>
  )
}

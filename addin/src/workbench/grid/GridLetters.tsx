import { mergeClasses } from '@fluentui/react-components'
import { toA1 } from '@kaohe/shared-rules'
import { type Geometry, headHeight, headWidth } from './geometry.ts'
import { useGridStyles } from './Grid.styles.ts'

interface GridLettersProps {
  readonly geometry: Geometry
  readonly from: number
  readonly to: number
}

/** The letters above the columns. They name places for the eye; the cells carry them for a screen reader. */
export function GridLetters({ geometry: { lefts, columnCount, frozenColumns }, from, to }: GridLettersProps) {
  const styles = useGridStyles()
  return (
    <div className={styles.letters} style={{ height: headHeight }} aria-hidden="true">
      <div
        className={mergeClasses(styles.heading, styles.cornerHeading)}
        style={{ width: headWidth, height: headHeight }}
        data-all-heading
      />
      {Array.from({ length: columnCount }, (_column, column) => (
        <div
          key={column}
          data-column-heading={column}
          className={mergeClasses(
            styles.heading,
            column < frozenColumns && styles.frozenHeading,
            column >= from && column <= to && styles.headingOfSelection,
          )}
          style={{
            width: (lefts[column + 1] ?? 0) - (lefts[column] ?? 0),
            height: headHeight,
            left: column < frozenColumns ? headWidth + (lefts[column] ?? 0) : undefined,
          }}
        >
          {toA1(0, column).slice(0, -1)}
        </div>
      ))}
    </div>
  )
}

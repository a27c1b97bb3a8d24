/** What a ribbon button does without the pane: it works, and names the page that tells what came of it. */
export type RibbonCommand = () => Promise<string>

/** A command's own runtime is closed after five minutes; the button is given back before. */
const LONGEST = 4.5 * 60 * 1000

/** Lets the buttons of the manifest call these, by the names given there. */
export function onRibbon(commands: Readonly<Record<string, RibbonCommand>>): void {
  void Office.onReady(() => {
    for (const [name, command] of Object.entries(commands)) {
      Office.actions.associate(name, (event: Office.AddinCommands.Event) => {
        void command()
          .then(showDialog)
          .finally(() => event.completed())
      })
    }
  })
}

/** Shows a page of ours in a dialog, and resolves when it was closed: ending the command earlier would take the dialog along. */
function showDialog(path: string): Promise<void> {
  const url = new URL(path, location.href).href
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, LONGEST)
    const done = () => {
      clearTimeout(timer)
      resolve()
    }
    Office.context.ui.displayDialogAsync(url, { height: 70, width: 32, displayInIframe: true }, ({ status, value }) => {
      // Another dialog is open, or the person did not allow this one: the pane shows the same when it is opened.
      if (status === Office.AsyncResultStatus.Failed) done()
      else value.addEventHandler(Office.EventType.DialogEventReceived, done)
    })
  })
}

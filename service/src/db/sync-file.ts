import { closeSync, fsyncSync, openSync } from 'node:fs'
import { dirname } from 'node:path'

/** Returns when the file's content is on the disk. */
export function syncFile(file: string): void {
  syncPath(file, 'r+')
}

/** Returns when the names in the file's folder (a rename, a new file) are on the disk. Windows does so by itself and offers no call. */
export function syncFolderOf(file: string): void {
  if (process.platform !== 'win32') syncPath(dirname(file), 'r')
}

function syncPath(path: string, flags: string): void {
  const descriptor = openSync(path, flags)
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

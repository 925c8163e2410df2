import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';

const quietly = { stdio: 'ignore' as const };

/** Why nothing can be mounted here, or null. */
export function whyNoMounts(): string | null {
  if (process.platform !== 'linux') return 'only Linux mounts a loop image';
  if (process.getuid?.() !== 0) return 'mounting takes root';
  try {
    execFileSync('losetup', ['-f'], quietly);
    execFileSync('mkfs.ext4', ['-V'], quietly);
    return null;
  } catch {
    return 'no loop device or no mkfs.ext4 here';
  }
}

/** Taken down at once in name; what a closed database still holds keeps nobody waiting. */
function unmount(mountPoint: string): void {
  execFileSync('umount', ['-l', mountPoint]);
}

/** An ext4 file system in a file, mounted. Nothing is written back by itself for a minute: only what was synced is in the file. */
export function makeDisk(image: string, mountPoint: string, megabytes: number): () => void {
  execFileSync('truncate', ['-s', `${megabytes}M`, image]);
  execFileSync('mkfs.ext4', ['-q', '-F', image], quietly);
  return mountDisk(image, mountPoint, 'loop,commit=60');
}

/** As a machine does that starts again after a power cut: the journal of the file system is played back first. */
export function mountAgain(image: string, mountPoint: string): () => void {
  try {
    execFileSync('e2fsck', ['-f', '-y', image], quietly);
  } catch (error) {
    // 1: something was mended, which is what it is for.
    if (!(error instanceof Error && 'status' in error && error.status === 1)) throw error;
  }
  return mountDisk(image, mountPoint, 'loop');
}

/** A disk in memory of so many bytes. */
export function makeSmallDisk(mountPoint: string, kilobytes: number): () => void {
  mkdirSync(mountPoint, { recursive: true });
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'none', mountPoint]);
  return () => unmount(mountPoint);
}

function mountDisk(image: string, mountPoint: string, options: string): () => void {
  mkdirSync(mountPoint, { recursive: true });
  execFileSync('mount', ['-o', options, image, mountPoint]);
  return () => unmount(mountPoint);
}

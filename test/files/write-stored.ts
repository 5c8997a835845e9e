import { writeStored } from "../../src/files/stored-file.js";

// Replaces a file by one of some bytes, and tells what came of it.
const [path, bytes] = process.argv.slice(2) as [string, string];
try {
  await writeStored(path, "x".repeat(Number(bytes)));
  console.log("written");
} catch (error) {
  console.log(`failed ${(error as { code: string }).code}`);
}

// The storage emulator of firebase-tools alone. Its own command would first load a runtime for rules,
// which nothing here has. Uses what firebase-tools keeps to itself: so its version is pinned.
"use strict";

const { EmulatorRegistry } = require("firebase-tools/lib/emulator/registry");
const { StorageEmulator } = require("firebase-tools/lib/emulator/storage");
const { createApp } = require("firebase-tools/lib/emulator/storage/server");

const PROJECT = "demo-test";
const info = { name: "storage", host: "127.0.0.1", port: Number(process.argv[2]) };
const rules = { name: "storage.rules", content: "" };

EmulatorRegistry.getInfo = (name) => (name === info.name ? info : undefined);
const emulator = new StorageEmulator({ projectId: PROJECT, rules, ...info });
createApp(PROJECT, emulator).then((app) => app.listen(info.port, info.host));

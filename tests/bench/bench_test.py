#!/usr/bin/env python3
"""Each suite of kith-bench once, tiny: it runs, and its JSON holds every figure.

  bench_test.py --bench PROGRAM
"""
import argparse
import json
import math
import os
import subprocess
import sys
import tempfile

KEYS = {
    "vault": """
        vault_insert_per_s vault_bulk_insert_per_s vault_read_per_s vault_list_per_s vault_open_ms
        vault_kdf_ms vault_unlock_ms vault_hwm_mb vault_opened_hwm_mb vault_kdf_hwm_mb
        vault_disk_bytes vault_records open_ms single_key_folder_vs_none single_key_folder_vs_every_32nd
        dirty_mb_app dirty_mb_phone dirty_mb_extension rss_mb_app rss_mb_phone rss_mb_extension""".split()
    + [f"{what}_vs_{peer}" for what in ("bulk", "single", "get", "scan", "size")
       for peer in ("sqlcipher", "rocksdb", "sqlite")],
    "pair": """
        pair_push_per_s pair_fetch_per_s pair_changes_per_s pair_short_changes_per_s
        pair_live_p50_ms pair_live_p99_ms pair_live_edit_p50_ms pair_live_sync_p50_ms
        pair_live_one_space_p50_ms pair_relay_hwm_mb""".split(),
    "relay": """
        relay_live_p50_ms relay_live_p99_ms relay_stored_p50_ms relay_call_p50_ms relay_catch_up_mb_per_s
        relay_quiet_p50_ms relay_flooded_p50_ms relay_flooded_vs_quiet relay_idle_kib""".split()
    + [f"relay_append_{clients}{batch}_per_s" for clients in (1, 8, 64) for batch in ("", "_in_64s")]
    + [f"relay_raw_{clients}_per_s" for clients in (1, 8, 64)],
    "network": """
        network_all_ms network_measures_ms network_show_ms network_phases_ms network_themes_ms network_today_ms
        network_pictures_ms network_picture_map_ms network_picture_timeline_ms network_picture_functions_ms
        network_picture_reciprocity_ms network_picture_cadence_ms network_picture_type_ms
        network_picture_themes_ms network_picture_then_and_now_ms network_again_ms network_first_ms
        network_list_ms network_account_ms network_compute_ms network_compute_measures_ms
        network_compute_pictures_ms cards_1000_ms""".split(),
    "mobile": """
        library_mb first_sync_received first_sync_ms first_sync_dirty_mb first_screen_ms first_screen_again_ms""".split(),
    "search": """
        search_kith_per_s search_fts5_per_s search_vs_fts5 search_kith_p50_ms search_fts5_p50_ms
        search_kith_p99_ms search_fts5_p99_ms search_first_ms""".split(),
}
KEYS["vault"] += KEYS["search"]  # the same figures, so that one file has all of them
# The system counts processor time in steps of 10 ms: of so few changes it may be none.
MAY_BE_ZERO = {
    "vault": [],
    "network": [],
    "search": [],
    "mobile": [],
    "relay": [f"relay_append_{clients}{batch}_cpu_us" for clients in (1, 8, 64) for batch in ("", "_in_64s")],
    "pair": """
        pair_devices_cpu_us pair_relay_cpu_us
        pair_short_devices_cpu_us pair_short_relay_cpu_us""".split(),
}


def problems(bench, suite, folder):
    file = os.path.join(folder, suite + ".json")
    command = [bench, suite, "--small", "--json", file]
    done = subprocess.run(command, capture_output=True, text=True, timeout=100)
    if done.returncode != 0:
        return [f"{suite}: ended with {done.returncode}: {done.stderr}"]
    with open(file, encoding="utf-8") as opened:
        figures = json.load(opened)
    found = []
    for key in KEYS[suite] + MAY_BE_ZERO[suite]:
        value = figures.get(key)
        number = isinstance(value, (int, float)) and math.isfinite(value)
        if not number or value < 0 or (value == 0 and key in KEYS[suite]):
            found.append(f"{suite}: {key} is {value!r}")
    if set(figures) != set(KEYS[suite] + MAY_BE_ZERO[suite]):
        found.append(f"{suite}: other keys than expected: {sorted(figures)}")
    if suite not in done.stdout:
        found.append(f"{suite}: no table")
    return found


def usage_problems(bench):
    wrong = subprocess.run([bench, "speed"], capture_output=True, text=True, timeout=30)
    refused = wrong.returncode == 2 and "speed" in wrong.stderr
    return [] if refused else ["a suite that is none is not refused"]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--bench", required=True)
    bench = parser.parse_args().bench
    with tempfile.TemporaryDirectory() as folder:
        found = [p for suite in KEYS for p in problems(bench, suite, folder)] + usage_problems(bench)
    print("\n".join(found) or "every suite runs")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())

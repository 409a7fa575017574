# SPDX-FileCopyrightText: The Etalage authors
# SPDX-License-Identifier: Apache-2.0
#
# Runs the statements of js/build/src/sql/history.ts in Spark. Takes a file with { "sql": { name: statement }, "lines": [...] } and a
# folder; writes there answers.json and the sessions as Parquet, as packed CSV in several parts, and as JSON.
import json
import sys
from datetime import datetime
from pathlib import Path

from pyspark.sql import SparkSession

given = json.loads(Path(sys.argv[1]).read_text())
folder = Path(sys.argv[2])
sql = given["sql"]

spark = (
    SparkSession.builder.master("local[2]")
    .config("spark.sql.warehouse.dir", str(folder / "warehouse"))
    .config("spark.sql.session.timeZone", "UTC")
    .config("spark.sql.shuffle.partitions", "4")
    .config("spark.ui.enabled", "false")
    .config("spark.driver.host", "127.0.0.1")
    .config("spark.driver.bindAddress", "127.0.0.1")
    .getOrCreate()
)

types = {"record": "BIGINT", "day": "INT", "quantity": "DOUBLE", "price": "DOUBLE"}
columns = list(given["lines"][0])
schema = ", ".join(f"{name} {types.get(name, 'STRING')}" for name in columns)


def value(name, plain):
    return float(plain) if name in ("quantity", "price") and plain is not None else plain


rows = [tuple(value(name, line[name]) for name in columns) for line in given["lines"]]
typed = [f"CAST({name} AS TIMESTAMP) AS {name}" if name == "happened" else name for name in columns]
spark.createDataFrame(rows, schema).selectExpr(*typed).write.saveAsTable("history_lines")


def plain(cell):
    return cell.isoformat() if isinstance(cell, datetime) else cell


def ask(name):
    return [{key: plain(cell) for key, cell in row.asDict().items()} for row in spark.sql(sql[name]).collect()]


answers = {name: ask(name) for name in ("firstBadLine", "countLines")}
for name in ("nameProductsByHistory", "createHistoryEvents", "createHistorySessions"):
    spark.sql(sql[name])
for name in ("productNames", "countEvents", "unmatchedItems", "countSessions", "sessionRows", "eventRows", "purchaseRows", "customerEventRows"):
    answers[name] = ask(name)
answers["touchesByVariant"] = ask("touchesByVariant")
(folder / "answers.json").write_text(json.dumps(answers))

sessions = spark.sql(sql["sessionLines"])
sessions.write.parquet(str(folder / "parquet"))
sessions.write.json(str(folder / "json"))
# As a cluster does: several parts, one after the other in the order that was asked for.
spark.conf.set("spark.sql.adaptive.enabled", "false")
spark.sql(sql["sessionLines"]).write.option("header", True).csv(str(folder / "csv"), compression="gzip")

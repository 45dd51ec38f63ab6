from flask import Flask, jsonify

app = Flask(__name__)


@app.get("/health")
def health():
    return jsonify(status="ok")


@app.get("/invoices")
def invoices():
    return jsonify([{"number": "2026-1", "total": 120}])


if __name__ == "__main__":
    app.run(host="0.0.0.0", port=5000)
